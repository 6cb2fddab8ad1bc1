#include "conformance.h"

static unsigned faults;

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
	say_number("fault", ++faults);
	if (faults < 3)
		microkit_pd_restart(child, 0x200000);
	else
		microkit_pd_stop(child);
	return seL4_False;
}
