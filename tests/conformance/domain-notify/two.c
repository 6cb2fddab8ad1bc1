#include "conformance.h"

void init(void)
{
}

void notified(microkit_channel channel)
{
	say("notified");
	microkit_notify(channel);
}
