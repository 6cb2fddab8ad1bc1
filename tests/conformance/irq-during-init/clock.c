#include "conformance.h"
#include "spin.h"

enum { TICKS = 0, DRIVER = 1 };

void init(void)
{
}

void notified(microkit_channel channel)
{
	(void)channel;
	if (++shared[0] == 6)
		microkit_notify(DRIVER);
	else
		microkit_irq_ack(TICKS);
}
