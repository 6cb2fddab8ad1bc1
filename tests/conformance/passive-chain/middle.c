#include "conformance.h"

void init(void)
{
	say("init");
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	say("called");
	seL4_Word label = microkit_msginfo_get_label(microkit_ppcall(1, info));
	say_number("has", label);
	return microkit_msginfo_new(label + 1, 0);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
