#include "conformance.h"

void init(void)
{
	say("init");
}

/* The third one is not acknowledged: nothing comes any more. */
void notified(microkit_channel channel)
{
	static unsigned count;
	say_number("interrupt", channel);
	if (++count < 3)
		microkit_irq_ack(channel);
}
