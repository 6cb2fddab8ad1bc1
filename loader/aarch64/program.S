/*
 * Where the initialiser and the monitor begin. The kernel starts the initialiser without a stack, and with the
 * address of the boot information as its argument.
 */
	.section .text.start, "ax"
	.weak	program_stack_end
	.global _start
_start:
	mov	x1, sp
	cbnz	x1, 1f
	ldr	x1, =program_stack_end
	mov	sp, x1
1:	mov	x29, xzr
	mov	x30, xzr
	b	program_main
