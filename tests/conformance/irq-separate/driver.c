#include "conformance.h"

void init(void)
{
}

/* Acknowledges one of the two. */
void notified(microkit_channel channel)
{
	static unsigned counts[2];
	if (channel == 9 && ++counts[0] > 1)
		say("an interrupt that was not acknowledged comes again");
	if (channel == 4 && ++counts[1] == 5)
		say("the other one came five times");
	else if (channel == 4)
		microkit_irq_ack(4);
}
