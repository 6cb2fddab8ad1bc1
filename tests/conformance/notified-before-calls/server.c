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
	(void)info;
	say_number("called", channel);
	return microkit_msginfo_new(0, 0);
}
