/* A system for tests of boot images: a kernel, the parts of every image and programs that are made up. */
#ifndef UNIT_IMAGE_HARNESS_H
#define UNIT_IMAGE_HARNESS_H

#include "abi/sel4_image.h"
#include "abi/sel4_spec.h"
#include "base/out.h"
#include "image/image.h"

#include <stdio.h>

struct harness {
	char folder[64];
	char *messages;
	size_t message_length;
	FILE *stream;
	struct compilation *compilation;
	struct model *model;
	struct image_board board;
	struct image_sdk sdk;
	struct model_kernel kernel;
	struct image_inputs inputs;
	const char *programs[8];
	const char *prefills[8];
};

enum { HARNESS_KERNEL_STORED = 0x1800, HARNESS_KERNEL_SIZE = 0x42000 };

void harness_open(struct harness *harness);
void harness_close(struct harness *harness);

/* A protection domain whose program has a variable "setting" of 8 bytes in zeroed data. */
struct model_pd *harness_pd(struct harness *harness, const char *name, unsigned priority);

/* The same with a table, of SIZE bytes, of one page that nothing may be mapped at (struct causeway_guard). */
struct model_pd *harness_pd_with_guard(struct harness *harness, const char *name, unsigned long guard,
				       size_t size);

/* The packed image; NULL after an error, whose message is in MESSAGES. */
struct out *harness_pack(struct harness *harness);

/* Loads a packed image as the loader does, into memory that was full of 0xA5. */
struct loaded {
	unsigned char *memory; /* from the kernel's first byte on */
	const struct sel4_image *header;
	const struct sel4_spec *spec;
	const unsigned char *pages; /* of images */
};
struct loaded harness_load(struct harness *harness, struct out *image);

#endif
