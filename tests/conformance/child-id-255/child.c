#include <sel4cp.h>

void init(void)
{
	*(volatile unsigned *)0x7654000 = 1;
}

void notified(sel4cp_channel channel)
{
	(void)channel;
}
