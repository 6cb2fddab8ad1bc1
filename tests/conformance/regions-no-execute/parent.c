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
	(void)child;
	(void)info;
	(void)reply;
	say_number("fault at the function", microkit_mr_get(seL4_VMFault_IP) == 0x3000000);
	return seL4_False;
}
