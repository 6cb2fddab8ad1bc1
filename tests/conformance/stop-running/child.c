#include "conformance.h"

void init(void)
{
	say("spins");
	microkit_notify(1);
	for (;;)
		__asm__ volatile("");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
