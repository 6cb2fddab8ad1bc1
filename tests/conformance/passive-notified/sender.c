#include "conformance.h"

void init(void)
{
	say("notifies");
	microkit_notify(0);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
