#include "conformance.h"

enum { CLOCK = 2, LINE = 7 };

static unsigned interrupts;

void init(void)
{
}

/* Acknowledges once, when many have come. */
void notified(microkit_channel channel)
{
	if (channel == LINE) {
		if (++interrupts == 1)
			microkit_notify(CLOCK);
		return;
	}
	say_number("interrupts", interrupts);
	if (interrupts == 1) {
		microkit_irq_ack(LINE);
		microkit_notify(CLOCK);
	}
}
