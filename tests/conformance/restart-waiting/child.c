#include "conformance.h"

static unsigned starts;

void init(void)
{
	say_number("init", ++starts);
	microkit_ppcall(1, microkit_msginfo_new(0, 0));
	say("answered");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
