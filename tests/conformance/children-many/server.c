#include "conformance.h"

void init(void)
{
}

void notified(microkit_channel channel)
{
	(void)channel;
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)info;
	microkit_mr_set(0, microkit_mr_get(0) * 8 + channel);
	return microkit_msginfo_new(0, 1);
}
