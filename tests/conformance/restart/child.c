#include "conformance.h"

static unsigned starts, constructed;

__attribute__((constructor)) static void construct(void)
{
	constructed++;
}

void init(void)
{
	say_number("init", ++starts);
	say_number("constructed", constructed);
	*(volatile unsigned *)0x7654000 = 1;
}

void notified(microkit_channel channel)
{
	(void)channel;
}
