#include "conformance.h"

void init(void)
{
	for (microkit_channel channel = 0; channel < 3; channel++)
		microkit_notify(channel);
	say("done");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
