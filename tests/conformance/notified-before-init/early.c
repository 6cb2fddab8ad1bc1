#include "conformance.h"

void init(void)
{
	say("notifies");
	microkit_notify(1);
	microkit_notify(2);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
