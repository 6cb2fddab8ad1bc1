#include "conformance.h"

void init(void)
{
	say("runs");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
