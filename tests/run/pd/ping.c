/* Notifies channel 0 and waits for the answer, three times. */
#include <microkit.h>
#include <stdio.h>

static unsigned rounds;

void init(void)
{
	printf("%s: init\n", microkit_name);
	microkit_notify(0);
	printf("%s: first notification sent\n", microkit_name);
}

void notified(microkit_channel channel)
{
	printf("%s: notified on %u\n", microkit_name, channel);
	if (++rounds < 3)
		microkit_notify(0);
}
