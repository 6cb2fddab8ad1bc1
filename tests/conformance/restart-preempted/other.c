#include "conformance.h"

void init(void)
{
	say("done");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
