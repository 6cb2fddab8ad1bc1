#include "conformance.h"
#include "spin.h"

void init(void)
{
}

void notified(microkit_channel channel)
{
	if (++shared[0] < 3)
		microkit_irq_ack(channel);
	else
		microkit_notify(1);
}
