/*
 * The portable half of the runtime: the event loop and the Core Platform API over a substrate's native.h.
 */
#ifndef COMMON_COMMON_H
#define COMMON_COMMON_H

#include "microkit.h"

/* Runs init() and then the event loop. The substrate calls it once, on the protection domain's own stack. */
_Noreturn void common_main(void);

/* Sends what microkit_deferred_* left, if anything. */
void common_flush_deferred(void);

/* Hands one received event to the program's entry points. Returns whether *REPLY must be sent. */
seL4_Bool common_deliver(seL4_Word badge, microkit_msginfo info, microkit_msginfo *reply);

#endif
