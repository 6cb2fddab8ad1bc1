#include "conformance.h"

static seL4_Word entry;
static unsigned restarts;

void init(void)
{
}

void notified(microkit_channel channel)
{
	(void)channel;
	if (restarts++ == 0) {
		say("restarts it");
		microkit_pd_restart(1, 0x200000);
	} else if (restarts == 2) {
		say("restarts it elsewhere");
		microkit_pd_restart(1, entry);
	}
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	(void)info;
	entry = microkit_mr_get(0);
	return microkit_msginfo_new(0, 0);
}
