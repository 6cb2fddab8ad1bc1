/*
 * The user's SDK: the kernel for a board and configuration, and what its files say about it.
 */
#ifndef IMAGE_SDK_H
#define IMAGE_SDK_H

#include "elf/program.h"
#include "image/board.h"
#include "model/kernel.h"

struct image_range {
	uint64_t begin;
	uint64_t end;
};

struct image_sdk {
	const char *folder; /* of the board and configuration */
	const char *include;
	const struct elf_program *kernel_program;
	const struct model_kernel *kernel;
	VEC(struct image_range) memory;	 /* what the kernel may use; ascending */
	VEC(struct image_range) devices; /* what it hands out as devices */
	/* log2 of the size of objects, bytes */
	unsigned tcb_bits;
	unsigned endpoint_bits;
	unsigned notification_bits;
	unsigned reply_bits;
	unsigned vspace_bits;
	unsigned page_table_bits;
	unsigned vcpu_bits;
	unsigned slot_bits;
	unsigned root_cnode_bits; /* slots of the initial task */
	bool has_console;	  /* the kernel has a debug console */
	uint64_t timer_frequency; /* ticks of a schedule of domains in a second; 0: not known */
};

/*
 * Finds BOARD in CONFIG below the SDK at PATH (NULL: none was given) and reads what it says. NULL after an
 * error that says what is missing and what to download.
 */
const struct image_sdk *image_sdk_read(struct compilation *compilation, const char *path,
				       const struct image_board *board, const char *config);

#endif
