#include "conformance.h"

void init(void)
{
	say("stops a child");
	microkit_pd_stop(2);
	say("goes on");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
