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
	signal->notification->signalled = true;
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
	notification->signalled = false;
	return word;
}

seL4_Word causeway_notification_wait(struct causeway_notification *notification)
{
	if (!notification->signalled)
		causeway_strand_give_way();
	while (!notification->signalled)
		causeway_strand_block(&notification->waiters, CAUSEWAY_WAIT_EVENT, notification->name);
	return take(notification);
}

bool causeway_notification_poll(struct causeway_notification *notification, seL4_Word *badge)
{
	causeway_strand_give_way();
	bool signalled = notification->signalled;
	*badge = take(notification);
	return signalled;
}

void causeway_notification_serve(const struct causeway_callback *callback)
{
	for (;;)
		callback->call(causeway_notification_wait(callback->notification));
}

void causeway_component_wait(seL4_CPtr capability, seL4_Word *badge)
{
	seL4_Word word = causeway_notification_wait(object_of(capability));
	if (badge)
		*badge = word;
}

void causeway_component_poll(seL4_CPtr capability, seL4_Word *badge)
{
	seL4_Word word;
	causeway_notification_poll(object_of(capability), &word);
	if (badge)
		*badge = word;
}

void causeway_component_signal(seL4_CPtr capability)
{
	causeway_signal(&(struct causeway_signal){ object_of(capability), 1 });
}
