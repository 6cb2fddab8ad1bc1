/* Says what it is called with. */
#include <microkit.h>
#include <stdio.h>

void init(void)
{
	printf("%s: init\n", microkit_name);
}

void notified(microkit_channel channel)
{
	printf("%s: notified on %u\n", microkit_name, channel);
}
