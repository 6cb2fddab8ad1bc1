/*
 * Notification objects of a component that its strands wait for directly (seL4_Wait, seL4_Poll): a word of
 * badges, OR-ed as they come. What CAmkES hands out as a capability is the object's address.
 */
#ifndef CAUSEWAY_NOTIFICATION_H
#define CAUSEWAY_NOTIFICATION_H

#include "component.h"
#include "sel4_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What every object begins with, so that a number that is no object is found out. */
#define CAUSEWAY_NOTIFICATION_MARK 0x6e6f7469

struct causeway_notification {
	uint32_t mark;
	const char *name; /* "client.timeout": as reports call it */
	seL4_Word word;
	struct causeway_strand_queue waiters;
};

/* What somebody else's signal adds to a notification. */
struct causeway_signal {
	struct causeway_notification *notification;
	seL4_Word badge;
};

static inline seL4_CPtr causeway_notification_cap(struct causeway_notification *notification)
{
	return (seL4_CPtr)(uintptr_t)notification;
}

void causeway_signal(const struct causeway_signal *signal);

/* The row of the channel table, where OBJECT is a struct causeway_signal. */
void causeway_signalled(const void *object);

#ifdef __cplusplus
}
#endif

#endif
