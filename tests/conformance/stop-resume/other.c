#include "conformance.h"

void init(void)
{
	microkit_notify(2);
	say("stops it");
	microkit_notify(0);
	microkit_notify(2);
	microkit_notify(2);
	say("resumes it");
	microkit_notify(1);
	say("done");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
