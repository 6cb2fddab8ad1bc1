#include <microkit.h>

volatile unsigned *protocol;

void init(void)
{
}

void notified(microkit_channel channel)
{
	(void)channel;
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	(void)info;
	++*protocol;
	microkit_mr_set(0, 2 * microkit_mr_get(0));
	return microkit_msginfo_new(0, 1);
}
