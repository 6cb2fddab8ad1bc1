#include "conformance.h"

void init(void)
{
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	(void)info;
	say("asks the helper");
	microkit_ppcall(1, microkit_msginfo_new(0, 0));
	say("answers");
	return microkit_msginfo_new(0, 0);
}
