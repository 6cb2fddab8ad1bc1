#include "conformance.h"

void init(void)
{
	say("init");
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
	if (channel == 0)
		microkit_pd_stop(1);
	else
		microkit_pd_resume(1);
}
