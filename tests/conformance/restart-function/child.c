#include "conformance.h"

static unsigned before = 5;

static void elsewhere(void)
{
	say_number("elsewhere, with what was before:", before);
	*(volatile unsigned *)0x7654000 = 1;
}

void init(void)
{
	before++;
	microkit_mr_set(0, (seL4_Word)elsewhere);
	microkit_ppcall(0, microkit_msginfo_new(0, 1));
	*(volatile unsigned *)0x7654000 = 1;
	say("goes on");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
