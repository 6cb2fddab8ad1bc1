#include "conformance.h"

void init(void)
{
}

void notified(microkit_channel channel)
{
	say_number("interrupt", channel);
	microkit_notify(2);
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	say("is called");
	microkit_deferred_irq_ack(7);
	return info;
}
