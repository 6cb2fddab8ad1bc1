#include "conformance.h"

void init(void)
{
	say("notifies");
	microkit_notify(0);
	say("goes on");
}

void notified(microkit_channel channel)
{
	(void)channel;
	say("notified");
}
