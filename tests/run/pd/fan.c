/* Notifies channels 2, 1 and 0, in this order, and 0 once more; only then lets others run. */
#include <microkit.h>
#include <stdio.h>

void init(void)
{
	for (microkit_channel channel = 3; channel-- > 0;)
		microkit_notify(channel);
	microkit_notify(0);
	printf("%s: all notified\n", microkit_name);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
