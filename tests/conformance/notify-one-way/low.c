#include "conformance.h"

void init(void)
{
	microkit_notify(1);
	say("waits");
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
}
