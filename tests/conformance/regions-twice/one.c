#include "conformance.h"

void init(void)
{
	*(volatile unsigned *)0x3000010 = 5;
	say_number("reads", *(volatile unsigned *)0x4000010);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
