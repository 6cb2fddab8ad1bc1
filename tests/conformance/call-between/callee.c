#include "conformance.h"

void init(void)
{
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	microkit_notify(3);
	say("answers");
	return info;
}

void notified(microkit_channel channel)
{
	(void)channel;
}
