#include "conformance.h"

void init(void)
{
	say("notifies");
	microkit_notify(3);
	say("goes on");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
