#include "conformance.h"

void init(void)
{
	say("init");
}

void notified(microkit_channel channel)
{
	(void)channel;
	say("calls");
	say_number("has", microkit_msginfo_get_label(microkit_ppcall(0, microkit_msginfo_new(0, 0))));
}
