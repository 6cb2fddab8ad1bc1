#include "conformance.h"

void init(void)
{
}

void notified(microkit_channel channel)
{
	static unsigned count;
	if (++count == 3)
		return;
	microkit_ppcall(channel, microkit_msginfo_new(0, 0));
	say("has the answer");
}
