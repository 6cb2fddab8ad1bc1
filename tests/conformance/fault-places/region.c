#include "conformance.h"

void init(void)
{
	say("init");
	((volatile unsigned *)0x5000000)[2] = 1;
	say("goes on");
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
}
