#include "conformance.h"

void init(void)
{
	say("stops the server");
	microkit_pd_stop(0);
}

void notified(microkit_channel channel)
{
	(void)channel;
	say("resumes the server");
	microkit_pd_resume(0);
}
