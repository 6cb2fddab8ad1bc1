/*
 * The kernel's interface, as far as protection domains use it. Numbers of calls and of methods differ from
 * kernel to kernel: they come from the SDK's headers. Its types do not: causeway/sel4_types.h has them.
 */
#ifndef SEL4_KERNEL_H
#define SEL4_KERNEL_H

#include "abi/sel4_contract.h"
#include "layout.h"

#if defined(__aarch64__)
#include "arch/aarch64/syscall.h"
#else
#error "the seL4 substrate has no code for this processor yet: add runtime/sel4/arch/<processor>"
#endif

#include <sel4/syscall.h>
#include <sel4/invocation.h>
#include <sel4/sel4_arch/invocation.h>
#include <sel4/arch/invocation.h>

/* The layout of the IPC buffer, as far as it is used. */
struct kernel_buffer {
	seL4_Word tag;
	seL4_Word message[120];
};

static inline struct kernel_buffer *kernel_buffer(void)
{
	return (struct kernel_buffer *)SEL4_IPC_BUFFER;
}

static inline struct arch_message kernel_message(void)
{
	const seL4_Word *words = kernel_buffer()->message;
	return (struct arch_message){ { words[0], words[1], words[2], words[3] } };
}

static inline void kernel_message_set(struct arch_message message)
{
	seL4_Word *words = kernel_buffer()->message;
	words[0] = message.words[0];
	words[1] = message.words[1];
	words[2] = message.words[2];
	words[3] = message.words[3];
}

/* Calls a method of a kernel object, with up to two arguments beside what is in the buffer; its error. */
static inline int kernel_invoke(seL4_Word cap, seL4_Word label, seL4_Word length, seL4_Word first,
				seL4_Word second, seL4_Word third)
{
	seL4_Word tag = seL4_MessageInfo_new(label, 0, 0, length).words[0];
	struct arch_message message = { { first, second, third, 0 } };
	arch_call((seL4_Word)seL4_SysCall, cap, &tag, &message);
	return (int)(tag >> 12);
}

#endif
