/*
 * What an interrupted program was doing, out of a signal's frame; and the stack switch.
 */
#ifndef LINUX_ARCH_CONTEXT_H
#define LINUX_ARCH_CONTEXT_H

#include "abi/linux_baton.h"

#include <stdint.h>
#include <ucontext.h>

/* Returns from a signal handler; what the kernel's sa_restorer wants. */
void arch_signal_return(void);

/* Calls FUNCTION, which does not return, on the stack that ends at TOP. */
_Noreturn void arch_call_on_stack(void (*function)(void), uint64_t top);

/* The registers of a program that enters the function at PC on a stack that ends at SP, with signals MASK
 * blocked. */
void arch_context_make(ucontext_t *context, uint64_t pc, uint64_t sp, uint64_t mask);

/* Goes on with these registers; also leaves a signal handler. */
_Noreturn void arch_context_go(const ucontext_t *context);

/*
 * Puts the message that seL4 on this processor sends about FAULT, which is recorded, into it. CONTEXT is what
 * the program was doing; NULL: only the record knows.
 */
void arch_fault_message(struct linux_fault *fault, const ucontext_t *context);

/* Changes CONTEXT as the parent's reply, which is in FAULT, says. INFO is the tag of what it replies to. */
void arch_fault_answer(const struct linux_fault *fault, uint64_t info, ucontext_t *context);

static inline void arch_context_set_pc(ucontext_t *context, uint64_t pc)
{
	context->uc_mcontext.gregs[REG_RIP] = (greg_t)pc;
}

static inline uint64_t arch_context_pc(const ucontext_t *context)
{
	return (uint64_t)context->uc_mcontext.gregs[REG_RIP];
}

static inline uint64_t arch_context_sp(const ucontext_t *context)
{
	return (uint64_t)context->uc_mcontext.gregs[REG_RSP];
}

/* How memory was accessed when a page fault (exception 14) came. Other exceptions do not say. */
static inline enum linux_access arch_context_access(const ucontext_t *context)
{
	enum { PAGE_FAULT = 14, ERROR_WRITE = 2, ERROR_FETCH = 16 };
	if (context->uc_mcontext.gregs[REG_TRAPNO] != PAGE_FAULT)
		return LINUX_ACCESS_UNKNOWN;
	long long error = context->uc_mcontext.gregs[REG_ERR];
	if (error & ERROR_FETCH)
		return LINUX_ACCESS_EXECUTE;
	return error & ERROR_WRITE ? LINUX_ACCESS_WRITE : LINUX_ACCESS_READ;
}

/* If CONTEXT was about to read the processor's counter (rdtsc, rdtscp), it has read VALUE. */
static inline _Bool arch_context_read_counter(ucontext_t *context, uint64_t value)
{
	greg_t *registers = context->uc_mcontext.gregs;
	const unsigned char *code = (const unsigned char *)registers[REG_RIP];
	_Bool plain = code[0] == 0x0f && code[1] == 0x31;
	_Bool with_id = code[0] == 0x0f && code[1] == 0x01 && code[2] == 0xf9;
	if (!plain && !with_id)
		return 0;
	registers[REG_RAX] = (greg_t)(value & UINT32_MAX);
	registers[REG_RDX] = (greg_t)(value >> 32);
	if (with_id)
		registers[REG_RCX] = 0;
	registers[REG_RIP] += plain ? 2 : 3;
	return 1;
}

/* Argument INDEX (0 to 5) of a system call that was trapped, and the place of its result. */
static inline long arch_context_argument(const ucontext_t *context, unsigned index)
{
	static const int registers[] = { REG_RDI, REG_RSI, REG_RDX, REG_R10, REG_R8, REG_R9 };
	return (long)context->uc_mcontext.gregs[registers[index]];
}

static inline void arch_context_set_result(ucontext_t *context, long result)
{
	context->uc_mcontext.gregs[REG_RAX] = result;
}

/*
 * Lets the interrupted program, whose system call was trapped, call linux_redirected with its arguments and
 * NUMBER in place of it, and go on with the result.
 */
void arch_redirected_call(void);

static inline void arch_context_divert(ucontext_t *context, long number)
{
	greg_t *registers = context->uc_mcontext.gregs;
	/* Below the red zone of a leaf function; arch_redirected_call knows this size. */
	uint64_t *stack = (uint64_t *)(registers[REG_RSP] - 128) - 1;
	*stack = (uint64_t)registers[REG_RIP];
	registers[REG_RSP] = (greg_t)stack;
	registers[REG_RIP] = (greg_t)arch_redirected_call;
	registers[REG_RAX] = number;
}

#endif
