/*
 * The AAPCS64: x19 to x30 and the low halves of v8 to v15 survive a call. `br` instead of `ret`: see x86_64.
 */
#include "context.h"

#include <stdint.h>

__asm__(".text\n"
	".globl causeway_context_switch\n"
	".type causeway_context_switch, %function\n"
	"causeway_context_switch:\n"
	"	.cfi_startproc\n"
	"	stp x19, x20, [sp, #-160]!\n"
	"	stp x21, x22, [sp, #16]\n"
	"	stp x23, x24, [sp, #32]\n"
	"	stp x25, x26, [sp, #48]\n"
	"	stp x27, x28, [sp, #64]\n"
	"	stp x29, x30, [sp, #80]\n"
	"	stp d8, d9, [sp, #96]\n"
	"	stp d10, d11, [sp, #112]\n"
	"	stp d12, d13, [sp, #128]\n"
	"	stp d14, d15, [sp, #144]\n"
	"	mov x9, sp\n"
	"	str x9, [x0]\n"
	"	mov sp, x1\n"
	"	ldp x21, x22, [sp, #16]\n"
	"	ldp x23, x24, [sp, #32]\n"
	"	ldp x25, x26, [sp, #48]\n"
	"	ldp x27, x28, [sp, #64]\n"
	"	ldp x29, x30, [sp, #80]\n"
	"	ldp d8, d9, [sp, #96]\n"
	"	ldp d10, d11, [sp, #112]\n"
	"	ldp d12, d13, [sp, #128]\n"
	"	ldp d14, d15, [sp, #144]\n"
	"	ldp x19, x20, [sp], #160\n"
	"	mov x16, x30\n"
	"	br x16\n"
	"	.cfi_endproc\n"
	".size causeway_context_switch, . - causeway_context_switch\n"
	/* Where a new context begins: x19 holds its entry. A debugger's backtrace ends here. */
	".type context_begin, %function\n"
	"context_begin:\n"
	"	.cfi_startproc\n"
	"	.cfi_undefined x30\n"
	"	blr x19\n"
	"	brk #1\n"
	"	.cfi_endproc\n"
	".size context_begin, . - context_begin\n");

__asm__(".text\n"
	".globl causeway_context_call\n"
	".type causeway_context_call, %function\n"
	"causeway_context_call:\n"
	"	.cfi_startproc\n"
	"	stp x29, x30, [sp, #-16]!\n"
	"	.cfi_def_cfa_offset 16\n"
	"	.cfi_offset x29, -16\n"
	"	.cfi_offset x30, -8\n"
	"	mov x29, sp\n"
	"	.cfi_def_cfa_register x29\n"
	"	and x9, x0, #~15\n"
	"	mov sp, x9\n"
	"	mov x0, x2\n"
	"	blr x1\n"
	"	mov sp, x29\n"
	"	ldp x29, x30, [sp], #16\n"
	"	.cfi_def_cfa sp, 0\n"
	"	ret\n"
	"	.cfi_endproc\n"
	".size causeway_context_call, . - causeway_context_call\n");

extern void context_begin(void);

enum { X19 = 0, X30 = 11, FRAME_WORDS = 20 };

void *causeway_context_make(unsigned char *stack, size_t size, void (*entry)(void))
{
	uintptr_t top = ((uintptr_t)stack + size) & ~(uintptr_t)15;
	uintptr_t *frame = (uintptr_t *)top - FRAME_WORDS;
	for (int i = 0; i < FRAME_WORDS; i++)
		frame[i] = 0;
	frame[X19] = (uintptr_t)entry;
	frame[X30] = (uintptr_t)context_begin;
	return frame;
}
