#include "conformance.h"

static seL4_Word entry;

void init(void)
{
	say("init");
}

void notified(microkit_channel channel)
{
	(void)channel;
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	(void)info;
	entry = microkit_mr_get(0);
	say("has the address");
	return microkit_msginfo_new(0, 0);
}

seL4_Bool fault(microkit_child child, microkit_msginfo info, microkit_msginfo *reply)
{
	(void)info;
	(void)reply;
	say("fault");
	if (!entry)
		return seL4_False;
	microkit_pd_restart(child, entry);
	entry = 0;
	return seL4_False;
}
