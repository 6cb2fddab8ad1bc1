#include "conformance.h"

void init(void)
{
	say_number("may notify", microkit_notifications);
	say_number("may call", microkit_pps);
}

void notified(microkit_channel channel)
{
	(void)channel;
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	(void)info;
	return microkit_msginfo_new(0, 0);
}
