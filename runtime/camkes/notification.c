/*
 * A wait takes all badges that have come, as on seL4; of several strands that wait, the first gets them.
 */
#include "causeway/notification.h"

#include "camkes-compat/sel4/sel4.h"
#include "crash.h"
#include "strand.h"

void causeway_signal(const struct causeway_signal *signal)
{
	signal->notification->word |= signal->badge;
	causeway_strand_wake(&signal->notification->waiters);
}

void causeway_signalled(const void *object)
{
	causeway_signal(object);
}

static struct causeway_notification *object_of(seL4_CPtr capability)
{
	struct causeway_notification *notification = (struct causeway_notification *)(uintptr_t)capability;
	if (!capability || capability % _Alignof(struct causeway_notification) ||
	    notification->mark != CAUSEWAY_NOTIFICATION_MARK)
		causeway_component_crash("waited for a capability that is no notification of the component",
					 NULL);
	return notification;
}

static seL4_Word take(struct causeway_notification *notification)
{
	seL4_Word word = notification->word;
	notification->word = 0;
	return word;
}

void causeway_component_wait(seL4_CPtr capability, seL4_Word *badge)
{
	struct causeway_notification *notification = object_of(capability);
	if (!notification->word)
		causeway_strand_give_way();
	while (!notification->word)
		causeway_strand_block(&notification->waiters, CAUSEWAY_WAIT_EVENT, notification->name);
	seL4_Word word = take(notification);
	if (badge)
		*badge = word;
}

void causeway_component_poll(seL4_CPtr capability, seL4_Word *badge)
{
	struct causeway_notification *notification = object_of(capability);
	causeway_strand_give_way();
	seL4_Word word = take(notification);
	if (badge)
		*badge = word;
}

void causeway_component_signal(seL4_CPtr capability)
{
	causeway_signal(&(struct causeway_signal){ object_of(capability), 1 });
}
