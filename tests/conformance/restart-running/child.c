#include "conformance.h"

static unsigned starts;

static void spin(void)
{
	microkit_notify(1);
	for (;;)
		__asm__ volatile("");
}

static void elsewhere(void)
{
	say_number("elsewhere, after starts:", starts);
	*(volatile unsigned *)0x7654000 = 1;
}

void init(void)
{
	say_number("start", ++starts);
	microkit_mr_set(0, (seL4_Word)elsewhere);
	microkit_ppcall(0, microkit_msginfo_new(0, 1));
	spin();
}

void notified(microkit_channel channel)
{
	(void)channel;
}
