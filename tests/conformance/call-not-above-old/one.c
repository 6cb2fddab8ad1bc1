#include "conformance.h"

void init(void)
{
	say("calls");
	microkit_ppcall(0, microkit_msginfo_new(0, 0));
	say("goes on");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
