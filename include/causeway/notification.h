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
	bool signalled; /* since somebody took the word: a badge may be 0 */
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

/* Blocks the strand until there was a signal; returns the badges of all that came. */
seL4_Word causeway_notification_wait(struct causeway_notification *notification);

/* The same without blocking; false when there was none. */
bool causeway_notification_poll(struct causeway_notification *notification, seL4_Word *badge);

/* An interface whose strand calls back. */
struct causeway_callback {
	struct causeway_notification *notification;
	void (*call)(seL4_Word badge);
};

/* What that strand does. Does not return. */
void causeway_notification_serve(const struct causeway_callback *callback);

#ifdef __cplusplus
}
#endif

#endif
