#include "conformance.h"

void init(void)
{
	microkit_notify(5);
	say("done");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
