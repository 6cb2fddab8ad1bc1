#include "conformance.h"

void init(void)
{
	say("init");
}

void notified(microkit_channel channel)
{
	(void)channel;
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	(void)info;
	say("called");
	return microkit_msginfo_new(0, 0);
}
