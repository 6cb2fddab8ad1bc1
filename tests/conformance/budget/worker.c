#include "conformance.h"
#include "spin.h"

void init(void)
{
	say("runs");
	while (!shared[2])
		shared[1]++;
	say("done");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
