#include "conformance.h"

static unsigned calls;

void init(void)
{
}

void notified(microkit_channel channel)
{
	(void)channel;
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	(void)info;
	if (++calls == 1) {
		say("stops the child");
		microkit_pd_stop(1);
		say("resumes the child");
		microkit_pd_resume(1);
	}
	return microkit_msginfo_new(0, 0);
}
