/*
 * The image's first instructions, at its first byte. The loader has no variables: its stack and page tables
 * are in the working memory that the header behind it names, so that it runs wherever it was put.
 */
#include "abi/sel4_image.h"

	.section .text.start, "ax"
	.global loader_start
loader_start:
	msr	daifset, #15
	adrp	x0, loader_end
	add	x0, x0, :lo12:loader_end
	ldr	x1, [x0, #SEL4_IMAGE_OFFSET_SCRATCH]
	add	x1, x1, #SEL4_IMAGE_SCRATCH_SIZE
	mov	sp, x1
	mov	x29, xzr
	mov	x30, xzr
	b	loader_main

/* loader_to_el2(): from EL3, to the non-secure EL2 (or EL1 where there is none) with the same stack. */
	.global loader_to_el2
loader_to_el2:
	mov	x0, #0x531		/* SCR: AArch64 below, non-secure, HVC enabled */
	msr	scr_el3, x0
	mov	x0, #0x3c9		/* EL2h, all masked */
	msr	spsr_el3, x0
	mov	x0, sp
	msr	sp_el2, x0
	msr	elr_el3, x30
	eret

/* loader_to_el1(): from EL2, for a kernel that is no hypervisor. */
	.global loader_to_el1
loader_to_el1:
	mov	x0, #(1 << 31)		/* HCR: AArch64 below, nothing trapped */
	msr	hcr_el2, x0
	mov	x0, #0x33ff		/* CPTR: floating point is not trapped */
	msr	cptr_el2, x0
	msr	hstr_el2, xzr
	msr	vttbr_el2, xzr
	mov	x0, #0x3c5		/* EL1h, all masked */
	msr	spsr_el2, x0
	mov	x0, sp
	msr	sp_el1, x0
	msr	elr_el2, x30
	eret

/* loader_enter(x0..x5: the kernel's arguments, x6: its entry) */
	.global loader_enter
loader_enter:
	br	x6
