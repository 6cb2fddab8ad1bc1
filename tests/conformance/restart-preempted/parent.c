#include "conformance.h"

void init(void)
{
}

void notified(microkit_channel channel)
{
	(void)channel;
	say("stops it");
	microkit_pd_stop(1);
}

seL4_Bool fault(microkit_child child, microkit_msginfo info, microkit_msginfo *reply)
{
	(void)info;
	(void)reply;
	say("restarts it");
	microkit_pd_restart(child, 0x200000);
	return seL4_False;
}
