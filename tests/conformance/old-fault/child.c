#include "conformance.h"

void init(void)
{
	say("init");
	*(volatile unsigned *)0x7654000 = 1;
}

void notified(microkit_channel channel)
{
	(void)channel;
}
