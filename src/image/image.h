/*
 * Boot images: a system model and its programs laid out for a board, checked on the host, and packed.
 */
#ifndef IMAGE_IMAGE_H
#define IMAGE_IMAGE_H

#include "abi/sel4_contract.h"
#include "base/vec.h"
#include "image/sdk.h"
#include "model/model.h"

struct out;

/* The programs that every image has, built for the SDK. */
struct image_parts {
	const char *loader;
	const char *initialiser;
	const char *monitor;
};

/* A device of the board in the shape of one that hosts lend systems (abi/sel4_contract.h). */
struct image_device {
	enum sel4_device_kind kind;
	const struct model_pd *pd;
	const struct model_irq *irq; /* its number is the host's */
	const struct model_map
		*map; /* of the region that is its registers; the region's address is the host's */
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
	VEC(struct image_device) devices;
	bool kernel_checks; /* as before Microkit 2.0: the library checks no ids */
};

struct image_plan;

/* Decides where everything goes. NULL after an error: the model cannot be an image. */
const struct image_plan *image_plan(struct compilation *compilation, const struct model *model,
				    const struct image_inputs *inputs);

/* The physical address that a region has if it is the same in each start; 0: none. */
uint64_t image_region_address(const struct image_plan *plan, const struct model_region *region);

/* The image's bytes. */
void image_pack(const struct image_plan *plan, struct out *out);

/* What is in it: the layout of memory, and every object with its size. */
void image_report(const struct image_plan *plan, struct out *out);

#endif
