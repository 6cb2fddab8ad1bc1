#include "conformance.h"

void init(void)
{
	say("calls");
	microkit_ppcall(1, microkit_msginfo_new(0, 0));
	say("has the answer");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
