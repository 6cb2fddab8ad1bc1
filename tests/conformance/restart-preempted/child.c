#include "conformance.h"

static unsigned starts;

void init(void)
{
	if (++starts == 1)
		*(volatile unsigned *)0x7654000 = 1;
	*(volatile unsigned *)0x3000000 = 1;
	for (;;)
		__asm__ volatile("");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
