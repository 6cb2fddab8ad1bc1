/*
 * Boot images: a system model and its programs laid out for a board, checked on the host, and packed.
 */
#ifndef IMAGE_IMAGE_H
#define IMAGE_IMAGE_H

#include "image/sdk.h"
#include "model/model.h"

struct out;

/* The programs that every image has, built for the SDK. */
struct image_parts {
	const char *loader;
	const char *initialiser;
	const char *monitor;
};

struct image_inputs {
	const struct image_board *board;
	const struct image_sdk *sdk;
	struct image_parts parts;
	/* The files of the programs, by the index of the protection domain; of what regions are filled with,
	 * by that of the region (NULL where there is none). */
	const char *const *programs;
	const char *const *symbols; /* of stripped programs, or NULL each */
	const char *const *prefills;
	bool kernel_checks; /* as before Microkit 2.0: the library checks no ids */
};

struct image_plan;

/* Decides where everything goes. NULL after an error: the model cannot be an image. */
const struct image_plan *image_plan(struct compilation *compilation, const struct model *model,
				    const struct image_inputs *inputs);

/* The image's bytes. */
void image_pack(const struct image_plan *plan, struct out *out);

/* What is in it: the layout of memory, and every object with its size. */
void image_report(const struct image_plan *plan, struct out *out);

#endif
