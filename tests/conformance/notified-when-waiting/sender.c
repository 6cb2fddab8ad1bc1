#include "conformance.h"

void init(void)
{
	say("init");
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
	microkit_notify(2);
	microkit_notify(1);
	microkit_notify(0);
}
