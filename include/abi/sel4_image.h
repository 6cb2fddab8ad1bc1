/*
 * The boot image: our loader, this header right behind it, a table of pieces, and the pieces' bytes. The
 * image holds no zeros for memory that is to be zero: each piece says how much of it is stored, and the
 * loader clears the rest.
 */
#ifndef ABI_SEL4_IMAGE_H
#define ABI_SEL4_IMAGE_H

#define SEL4_IMAGE_MAGIC 0x6c34796177737561

/* Offsets into struct sel4_image, for the loader's first instructions. */
#define SEL4_IMAGE_OFFSET_SCRATCH 8

/* The loader's working memory, which need not be zero: page tables, then a stack that grows down from the
 * end. */
#define SEL4_IMAGE_SCRATCH_SIZE 0x8000

#ifndef __ASSEMBLER__

#include <stddef.h>
#include <stdint.h>

/* Bytes to put to physical address DESTINATION: STORED of them from OFFSET (from the header), then zeros. */
struct sel4_piece {
	uint64_t destination;
	uint64_t size;
	uint64_t stored;
	uint64_t offset;
};

struct sel4_image {
	uint64_t magic;
	uint64_t scratch; /* physical address of the loader's working memory */
	/* The kernel: where to enter it, and which physical memory it finds at its first virtual address. */
	uint64_t kernel_entry;
	uint64_t kernel_virtual;
	uint64_t kernel_physical;
	/* What the kernel is told of the initial task, as it takes them. */
	uint64_t user_begin;
	uint64_t user_end;
	uint64_t user_offset; /* physical less virtual address */
	uint64_t user_entry;
	/* Bit i: the gigabyte at i << 30 is memory; what lies below 2^36 otherwise is devices. */
	uint64_t memory;
	/* The interrupt controller's distributor (GICv2), whose interrupts the kernel expects in group 1; 0:
	 * none. */
	uint64_t distributor;
	uint32_t piece_count;
	uint32_t flags; /* enum sel4_image_flags */
};

enum sel4_image_flags {
	SEL4_IMAGE_HYPERVISOR = 1, /* the kernel runs at EL2 (AArch64) */
};

_Static_assert(sizeof(struct sel4_piece) == 32, "pieces are packed by the tool as they are read here");
_Static_assert(sizeof(struct sel4_image) == 96, "the table of pieces follows at once");
_Static_assert(offsetof(struct sel4_image, scratch) == SEL4_IMAGE_OFFSET_SCRATCH, "start.S reads it");

#endif
#endif
