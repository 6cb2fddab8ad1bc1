#include "conformance.h"

void init(void)
{
	say("writes");
	*(volatile unsigned *)0x7654000 = 1;
	say("goes on");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
