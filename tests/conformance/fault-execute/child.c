#include "conformance.h"

void init(void)
{
	void (*volatile nowhere)(void) = (void (*)(void))0x7654000;
	nowhere();
	say("goes on");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
