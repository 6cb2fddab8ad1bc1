#include "conformance.h"

void init(void)
{
	for (unsigned i = 0; i < 100; i++)
		microkit_notify(0);
	say("done");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
