#include "conformance.h"

void init(void)
{
	say("init");
}

void notified(microkit_channel channel)
{
	(void)channel;
}

seL4_Bool fault(microkit_child child, microkit_msginfo info, microkit_msginfo *reply)
{
	(void)info;
	(void)reply;
	say_number("fault of", child);
	*(volatile unsigned *)0x5432000 = 1;
	return seL4_False;
}
