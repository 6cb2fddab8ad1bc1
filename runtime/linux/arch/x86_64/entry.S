/*
 * The ELF entry point: the boot code runs before the C library, on the stack that the kernel made, which _start then
 * finds as the kernel left it.
 */
#include "abi/linux_boot.h"

	.text
	.globl causeway_entry
	.type causeway_entry, @function
causeway_entry:
	xor %ebp, %ebp
	mov %rsp, %rbx
	mov %rsp, %rdi
	call linux_boot_start
	mov %rbx, %rsp
	xor %edx, %edx
	jmp _start
	.size causeway_entry, . - causeway_entry

	.globl arch_signal_return
	.type arch_signal_return, @function
arch_signal_return:
	mov $15, %eax
	syscall
	.size arch_signal_return, . - arch_signal_return

/* arch_context_go(context): as a signal handler returns, to a frame that need not be one */
	.globl arch_context_go
	.type arch_context_go, @function
arch_context_go:
	mov %rdi, %rsp
	mov $15, %eax
	syscall
	.size arch_context_go, . - arch_context_go

/* arch_call_on_stack(function, top); the return address 0 ends a debugger's backtrace */
	.globl arch_call_on_stack
	.type arch_call_on_stack, @function
arch_call_on_stack:
	mov %rsi, %rsp
	xor %ebp, %ebp
	push $0
	jmp *%rdi
	.size arch_call_on_stack, . - arch_call_on_stack

/*
 * Where a diverted system call goes on: its arguments are in place, rax has its number, the stack the place to return
 * to, 128 bytes below where it was. A system call keeps all registers but rax, rcx and r11, so this does too.
 */
	.globl arch_redirected_call
	.type arch_redirected_call, @function
arch_redirected_call:
	push %rbp
	mov %rsp, %rbp
	push %rdi
	push %rsi
	push %rdx
	push %r8
	push %r9
	push %r10
	sub $512, %rsp
	and $-16, %rsp
	fxsave64 (%rsp)
	mov %rax, %rcx
	cld
	call linux_redirected
	fxrstor64 (%rsp)
	lea -48(%rbp), %rsp
	pop %r10
	pop %r9
	pop %r8
	pop %rdx
	pop %rsi
	pop %rdi
	pop %rbp
	ret $128
	.size arch_redirected_call, . - arch_redirected_call

/* Says that this program understands the boot record. */
	.section .note.causeway, "a", @note
	.balign 4
	.long 2f - 1f
	.long 4
	.long LINUX_NOTE_TYPE
1:	.asciz LINUX_NOTE_NAME
2:	.balign 4
#ifdef CAUSEWAY_HOSTED
	.long LINUX_BOOT_VERSION + LINUX_NOTE_HOSTED
#else
	.long LINUX_BOOT_VERSION
#endif

	.section .note.GNU-stack, "", @progbits
