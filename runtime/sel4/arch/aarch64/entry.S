/*
 * The first instruction. The stack pointer is right when the domain starts, but not when its parent restarts it:
 * the stack ends below the guard page below the IPC buffer.
 */
#include "layout.h"

	.section .text.start, "ax"
	.global _start
_start:
	ldr	x0, =SEL4_STACK_TOP
	mov	sp, x0
	mov	x29, xzr
	mov	x30, xzr
	b	sel4_start
