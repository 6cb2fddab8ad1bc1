#include "conformance.h"

void init(void)
{
	say("init");
	microkit_notify(2);
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
}
