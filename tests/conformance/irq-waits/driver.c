#include "conformance.h"
#include "spin.h"

void init(void)
{
	say("init");
}

void notified(microkit_channel channel)
{
	shared[1]++;
	say_number("interrupt", channel);
}
