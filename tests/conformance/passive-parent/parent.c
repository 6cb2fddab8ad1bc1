#include "conformance.h"

void init(void)
{
	say("init");
}

seL4_Bool fault(microkit_child child, microkit_msginfo info, microkit_msginfo *reply)
{
	(void)info;
	(void)reply;
	say_number("fault of", child);
	return seL4_False;
}

void notified(microkit_channel channel)
{
	(void)channel;
}
