#include "conformance.h"

void init(void)
{
	say_number("reads", *(volatile unsigned *)0x4000008);
	*(volatile unsigned *)0x4000008 = 1;
	say("goes on");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
