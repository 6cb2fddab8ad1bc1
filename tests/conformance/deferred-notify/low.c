#include "conformance.h"

void init(void)
{
	microkit_deferred_notify(3);
	say("returns");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
