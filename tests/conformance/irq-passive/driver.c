#include "conformance.h"

void init(void)
{
	say("init");
}

void notified(microkit_channel channel)
{
	static unsigned count;
	say_number("interrupt", channel);
	microkit_notify(2);
	if (++count < 2)
		microkit_irq_ack(channel);
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	say_number("called", channel);
	return info;
}
