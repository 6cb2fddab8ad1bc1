/* Notifies an equal, yields so that it answers, and takes the answer without returning to the event loop. */
#include <causeway/causeway.h>
#include <microkit.h>
#include <stdio.h>

void init(void)
{
	printf("%s: %d pending\n", microkit_name, causeway_poll());
	microkit_notify(0);
	causeway_yield();
	int deliveries = causeway_poll();
	printf("%s: %d delivered\n", microkit_name, deliveries);
}

void notified(microkit_channel channel)
{
	printf("%s: notified on %u\n", microkit_name, channel);
}
