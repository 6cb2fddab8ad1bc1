#include "conformance.h"

static unsigned calls;

void init(void)
{
	say("init");
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
	microkit_pd_restart(1, 0x200000);
	say("restarted");
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	(void)info;
	say_number("call", ++calls);
	if (calls == 1)
		microkit_pd_restart(1, 0x200000);
	return microkit_msginfo_new(0, 0);
}
