#include "conformance.h"

void init(void)
{
	say("init");
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	microkit_mr_set(0, microkit_mr_get(0) + microkit_msginfo_get_label(info));
	return microkit_msginfo_new(5, 1);
}
