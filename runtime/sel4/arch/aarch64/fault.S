/*
 * Where the monitor lets a domain go on that faulted: x0 to x2 are the arguments of sel4_fault. Whatever the stack
 * pointer was, it may be what made the fault.
 */
	.section .text.fault, "ax"
	.global causeway_fault_entry
causeway_fault_entry:
	adrp	x9, sel4_fault_stack_top
	ldr	x9, [x9, :lo12:sel4_fault_stack_top]
	mov	sp, x9
	mov	x29, xzr
	mov	x30, xzr
	b	sel4_fault
