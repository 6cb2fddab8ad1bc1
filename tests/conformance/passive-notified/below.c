#include "conformance.h"
#include "spin.h"

void init(void)
{
	say("runs");
	for (seL4_Word i = 0; i < LONG_SPIN; i++)
		shared[1]++;
}

void notified(microkit_channel channel)
{
	(void)channel;
}
