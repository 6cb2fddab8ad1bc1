#include "conformance.h"

void init(void)
{
	microkit_notify(61);
	microkit_notify(0);
	say("done");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
