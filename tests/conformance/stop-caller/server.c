#include "conformance.h"

static unsigned calls;

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
	say_number("call with", microkit_mr_get(0));
	microkit_ppcall(1, microkit_msginfo_new(0, 0));
	microkit_mr_set(0, ++calls);
	return microkit_msginfo_new(0, 1);
}
