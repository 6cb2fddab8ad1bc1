#include "conformance.h"

seL4_Word one_channel;

void init(void)
{
	say_number("channel", one_channel);
}

void notified(microkit_channel channel)
{
	say_number("on that channel", channel == one_channel);
}
