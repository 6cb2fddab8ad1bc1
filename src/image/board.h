/*
 * Boards: what a boot image and an emulator have to know of the hardware that the SDK does not say. Each is a
 * board file (board/board.h), NAME.board.
 */
#ifndef IMAGE_BOARD_H
#define IMAGE_BOARD_H

#include "base/compilation.h"
#include "base/vec.h"

#include <stdint.h>

struct image_board {
	const char *name;
	const char *architecture;   /* as in loader/<architecture> */
	const char *cpu;	    /* as compilers call it */
	unsigned machine;	    /* EM_* of <elf.h> */
	uint64_t load;		    /* physical address of a boot image */
	uint64_t distributor;	    /* physical address; 0: none */
	unsigned timer_irq;	    /* of the processor's timer that programs may use; 0: none */
	unsigned terminal_irq;	    /* of a serial line (PL011); 0: none */
	uint64_t terminal;	    /* physical address of its registers */
	VEC(const char *) emulator; /* a command; the word with IMAGE in it names the image. Empty: none */
};

/* The board called NAME, from FOLDER. NULL after an error, which names the boards that there are. */
const struct image_board *image_board_find(struct compilation *compilation, const char *folder,
					   const char *name);

#endif
