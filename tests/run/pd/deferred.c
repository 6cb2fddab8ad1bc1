/* Leaves notifications for after its entry point: the receiver, which is higher, runs only then. */
#include <microkit.h>
#include <stdio.h>

void init(void)
{
	microkit_deferred_notify(0);
	microkit_deferred_notify(9);
	printf("%s: init ends\n", microkit_name);
}

void notified(microkit_channel channel)
{
	printf("%s: notified on %u\n", microkit_name, channel);
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	microkit_deferred_notify(1);
	printf("%s: answers %u\n", microkit_name, channel);
	return info;
}
