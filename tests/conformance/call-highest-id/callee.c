#include "conformance.h"

void init(void)
{
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	say_number("called", channel);
	microkit_notify(channel);
	return info;
}

void notified(microkit_channel channel)
{
	(void)channel;
}
