#include "conformance.h"

void init(void)
{
	microkit_notify(1);
	say("init");
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
	if (channel == 2)
		microkit_notify(2);
}
