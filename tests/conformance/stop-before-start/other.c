#include "conformance.h"

void init(void)
{
	say("init");
	microkit_notify(0);
	say("done");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
