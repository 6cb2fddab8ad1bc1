#include "conformance.h"

void init(void)
{
	say("init");
	microkit_notify(1);
	say("goes on");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
