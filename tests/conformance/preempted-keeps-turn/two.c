#include "conformance.h"

void init(void)
{
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
}
