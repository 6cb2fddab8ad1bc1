#include "conformance.h"
#include "spin.h"

void init(void)
{
	say("calls");
	microkit_ppcall(0, microkit_msginfo_new(0, 0));
	say("has the answer");
	shared[2] = 1;
}

void notified(microkit_channel channel)
{
	(void)channel;
}
