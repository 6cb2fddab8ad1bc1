/*
 * The portable half of the runtime: the event loop and the Core Platform API over a substrate's native.h.
 */
#ifndef COMMON_COMMON_H
#define COMMON_COMMON_H

#include "microkit.h"

/* On a function that is on the way of every message: what it calls becomes part of it. */
#define COMMON_HOT __attribute__((flatten))

/* On one that only says what is wrong: it must not become part of what calls it. */
#define COMMON_COLD __attribute__((cold, noinline))

/* Runs init() and then the event loop. The substrate calls it on the protection domain's own stack, and again
 * when the domain is restarted. */
_Noreturn void common_main(void);

/*
 * Whether this is as from Microkit 2.0 on, where the library checks channel ids and insists on the entry
 * points that are needed. Before, the kernel answered for what is not there, and what was missing answered
 * with nothing. The system description's dialect decides; it is filled in before the domain starts.
 */
extern seL4_Bool causeway_library_checks;

/* The interrupts that the era of the system description acknowledges after init(); bit i: interrupt id i. */
extern seL4_Word causeway_first_acks;

/* Sends what is deferred as CAP, a slot of microkit_deferred_*. */
void common_carry_out(seL4_CPtr cap);

/* Sends what microkit_deferred_* left, if anything. */
void common_flush_deferred(void);

/* Hands one received event to the program's entry points. Returns whether *REPLY must be sent. */
seL4_Bool common_deliver(seL4_Word badge, microkit_msginfo info, microkit_msginfo *reply);

#endif
