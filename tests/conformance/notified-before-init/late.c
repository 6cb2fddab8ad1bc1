#include "conformance.h"

void init(void)
{
	say("init");
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
}
