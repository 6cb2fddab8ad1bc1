/* Answers calls. */
#include "microkit.h"

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
	microkit_mr_set(0, microkit_mr_get(0) + 1);
	return info;
}
