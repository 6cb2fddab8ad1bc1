/*
 * The System V ABI: rbx, rbp and r12 to r15 survive a call. The return address is popped and jumped to: a
 * `ret` would be predicted to go back to the context that has just been left, and cost six times as much.
 */
#include "context.h"

#include <stdint.h>

__asm__(".text\n"
	".globl causeway_context_switch\n"
	".type causeway_context_switch, @function\n"
	"causeway_context_switch:\n"
	"	.cfi_startproc\n"
	"	pushq %rbp\n"
	"	pushq %rbx\n"
	"	pushq %r12\n"
	"	pushq %r13\n"
	"	pushq %r14\n"
	"	pushq %r15\n"
	"	movq %rsp, (%rdi)\n"
	"	movq %rsi, %rsp\n"
	"	popq %r15\n"
	"	popq %r14\n"
	"	popq %r13\n"
	"	popq %r12\n"
	"	popq %rbx\n"
	"	popq %rbp\n"
	"	popq %rax\n"
	"	jmp *%rax\n"
	"	.cfi_endproc\n"
	".size causeway_context_switch, . - causeway_context_switch\n"
	/* Where a new context begins: rbx holds its entry. A debugger's backtrace ends here. */
	".type context_begin, @function\n"
	"context_begin:\n"
	"	.cfi_startproc\n"
	"	.cfi_undefined rip\n"
	"	callq *%rbx\n"
	"	ud2\n"
	"	.cfi_endproc\n"
	".size context_begin, . - context_begin\n");

__asm__(".text\n"
	".globl causeway_context_call\n"
	".type causeway_context_call, @function\n"
	"causeway_context_call:\n"
	"	.cfi_startproc\n"
	"	pushq %rbp\n"
	"	.cfi_def_cfa_offset 16\n"
	"	.cfi_offset rbp, -16\n"
	"	movq %rsp, %rbp\n"
	"	.cfi_def_cfa_register rbp\n"
	"	movq %rdi, %rsp\n"
	"	andq $-16, %rsp\n"
	"	movq %rdx, %rdi\n"
	"	callq *%rsi\n"
	"	movq %rbp, %rsp\n"
	"	popq %rbp\n"
	"	.cfi_def_cfa rsp, 8\n"
	"	ret\n"
	"	.cfi_endproc\n"
	".size causeway_context_call, . - causeway_context_call\n");

extern void context_begin(void);

enum { R15, R14, R13, R12, RBX, RBP, RETURN, FRAME_WORDS };

void *causeway_context_make(unsigned char *stack, size_t size, void (*entry)(void))
{
	uintptr_t top = ((uintptr_t)stack + size) & ~(uintptr_t)15;
	uintptr_t *frame = (uintptr_t *)top - FRAME_WORDS; /* so that rsp is TOP at context_begin's call */
	for (int i = 0; i < FRAME_WORDS; i++)
		frame[i] = 0;
	frame[RBX] = (uintptr_t)entry;
	frame[RETURN] = (uintptr_t)context_begin;
	return frame;
}
