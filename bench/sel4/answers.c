/* Answers calls with nothing. */
#include <microkit.h>

void init(void)
{
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	(void)info;
	return microkit_msginfo_new(0, 0);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
