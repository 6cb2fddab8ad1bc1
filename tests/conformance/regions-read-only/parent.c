#include "conformance.h"

void init(void)
{
	*(volatile unsigned *)0x3000008 = 77;
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
	say_number("at the address", microkit_mr_get(seL4_VMFault_Addr) == 0x4000008);
	say_number("value", *(volatile unsigned *)0x3000008);
	return seL4_False;
}
