/*
 * The kernel's calls. Where a capability, the message tag and the first four message registers go is the
 * kernel's convention for this processor: x0, x1, x2 to x5; x6 has the reply object, x7 the call's number.
 */
#ifndef AARCH64_SYSCALL_H
#define AARCH64_SYSCALL_H

#include "causeway/sel4_types.h"

struct arch_message {
	seL4_Word words[4];
};

/* Sends nothing but the tag. */
static inline void arch_send(seL4_Word number, seL4_Word to, seL4_Word tag)
{
	register seL4_Word x0 __asm__("x0") = to;
	register seL4_Word x1 __asm__("x1") = tag;
	register seL4_Word x7 __asm__("x7") = number;
	__asm__ volatile("svc #0" : "+r"(x0), "+r"(x1) : "r"(x7) : "memory");
}

/* Sends a message. */
static inline void arch_send_message(seL4_Word number, seL4_Word to, seL4_Word tag,
				     const struct arch_message *message)
{
	register seL4_Word x0 __asm__("x0") = to;
	register seL4_Word x1 __asm__("x1") = tag;
	register seL4_Word x2 __asm__("x2") = message->words[0];
	register seL4_Word x3 __asm__("x3") = message->words[1];
	register seL4_Word x4 __asm__("x4") = message->words[2];
	register seL4_Word x5 __asm__("x5") = message->words[3];
	register seL4_Word x7 __asm__("x7") = number;
	__asm__ volatile("svc #0"
			 : "+r"(x0), "+r"(x1), "+r"(x2), "+r"(x3), "+r"(x4), "+r"(x5)
			 : "r"(x7)
			 : "memory");
}

/* Receives; returns the badge. */
static inline seL4_Word arch_receive(seL4_Word number, seL4_Word from, seL4_Word reply, seL4_Word *tag,
				     struct arch_message *message)
{
	register seL4_Word x0 __asm__("x0") = from;
	register seL4_Word x1 __asm__("x1");
	register seL4_Word x2 __asm__("x2");
	register seL4_Word x3 __asm__("x3");
	register seL4_Word x4 __asm__("x4");
	register seL4_Word x5 __asm__("x5");
	register seL4_Word x6 __asm__("x6") = reply;
	register seL4_Word x7 __asm__("x7") = number;
	__asm__ volatile("svc #0"
			 : "+r"(x0), "=r"(x1), "=r"(x2), "=r"(x3), "=r"(x4), "=r"(x5)
			 : "r"(x6), "r"(x7)
			 : "memory");
	*tag = x1;
	*message = (struct arch_message){ { x2, x3, x4, x5 } };
	return x0;
}

/* Calls: sends, and waits for the answer; *TAG and *MESSAGE go both ways. */
static inline void arch_call(seL4_Word number, seL4_Word to, seL4_Word *tag, struct arch_message *message)
{
	register seL4_Word x0 __asm__("x0") = to;
	register seL4_Word x1 __asm__("x1") = *tag;
	register seL4_Word x2 __asm__("x2") = message->words[0];
	register seL4_Word x3 __asm__("x3") = message->words[1];
	register seL4_Word x4 __asm__("x4") = message->words[2];
	register seL4_Word x5 __asm__("x5") = message->words[3];
	register seL4_Word x7 __asm__("x7") = number;
	__asm__ volatile("svc #0"
			 : "+r"(x0), "+r"(x1), "+r"(x2), "+r"(x3), "+r"(x4), "+r"(x5)
			 : "r"(x7)
			 : "memory", "x6");
	*tag = x1;
	*message = (struct arch_message){ { x2, x3, x4, x5 } };
}

/* Answers with *TAG and *MESSAGE, and then receives into them; returns the badge. */
static inline seL4_Word arch_reply_receive(seL4_Word number, seL4_Word from, seL4_Word reply, seL4_Word *tag,
					   struct arch_message *message)
{
	register seL4_Word x0 __asm__("x0") = from;
	register seL4_Word x1 __asm__("x1") = *tag;
	register seL4_Word x2 __asm__("x2") = message->words[0];
	register seL4_Word x3 __asm__("x3") = message->words[1];
	register seL4_Word x4 __asm__("x4") = message->words[2];
	register seL4_Word x5 __asm__("x5") = message->words[3];
	register seL4_Word x6 __asm__("x6") = reply;
	register seL4_Word x7 __asm__("x7") = number;
	__asm__ volatile("svc #0"
			 : "+r"(x0), "+r"(x1), "+r"(x2), "+r"(x3), "+r"(x4), "+r"(x5)
			 : "r"(x6), "r"(x7)
			 : "memory");
	*tag = x1;
	*message = (struct arch_message){ { x2, x3, x4, x5 } };
	return x0;
}

/*
 * Sends and then receives; *TAG and *MESSAGE go both ways. TO is where the message goes when that is not
 * where it is received from (x8). Returns the badge.
 */
static inline seL4_Word arch_send_receive(seL4_Word number, seL4_Word from, seL4_Word to, seL4_Word reply,
					  seL4_Word *tag, struct arch_message *message)
{
	register seL4_Word x0 __asm__("x0") = from;
	register seL4_Word x1 __asm__("x1") = *tag;
	register seL4_Word x2 __asm__("x2") = message->words[0];
	register seL4_Word x3 __asm__("x3") = message->words[1];
	register seL4_Word x4 __asm__("x4") = message->words[2];
	register seL4_Word x5 __asm__("x5") = message->words[3];
	register seL4_Word x6 __asm__("x6") = reply;
	register seL4_Word x7 __asm__("x7") = number;
	register seL4_Word x8 __asm__("x8") = to;
	__asm__ volatile("svc #0"
			 : "+r"(x0), "+r"(x1), "+r"(x2), "+r"(x3), "+r"(x4), "+r"(x5)
			 : "r"(x6), "r"(x7), "r"(x8)
			 : "memory");
	*tag = x1;
	*message = (struct arch_message){ { x2, x3, x4, x5 } };
	return x0;
}

/* A call that neither sends nor receives: x0 is its argument, if it has one. */
static inline void arch_plain(seL4_Word number, seL4_Word argument)
{
	arch_send(number, argument, 0);
}

/* Thread-local variables of the C library. */
static inline void arch_set_thread_pointer(void *pointer)
{
	__asm__ volatile("msr tpidr_el0, %0" : : "r"(pointer));
}

/* The physical counter, in nanoseconds. */
static inline seL4_Word arch_time(void)
{
	seL4_Word count, frequency;
	__asm__ volatile("isb; mrs %0, cntpct_el0; mrs %1, cntfrq_el0" : "=r"(count), "=r"(frequency));
	return count / frequency * 1000000000 + count % frequency * 1000000000 / frequency;
}

/* Reads from an address that nothing is mapped at. */
_Noreturn static inline void arch_fault_at(seL4_Word address)
{
	for (;;)
		__asm__ volatile("ldrb wzr, [%0]" : : "r"(address));
}

#endif
