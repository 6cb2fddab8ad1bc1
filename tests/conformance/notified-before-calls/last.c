#include "conformance.h"

void init(void)
{
	microkit_notify(2);
	microkit_notify(3);
	microkit_notify(1);
	microkit_notify(0);
	microkit_notify(5);
	say("done");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
