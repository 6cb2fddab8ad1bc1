#include "conformance.h"

void init(void)
{
	const volatile unsigned char *bytes = (const volatile unsigned char *)0x5000000;
	say_number("first", bytes[0]);
	say_number("last", bytes[0x1fff]);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
