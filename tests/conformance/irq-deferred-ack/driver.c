#include "conformance.h"

enum { CLOCK = 2, LINE = 7 };

static unsigned interrupts;

void init(void)
{
}

/* The third time it takes its request back before it is carried out. */
void notified(microkit_channel channel)
{
	static seL4_Bool again;
	if (channel == CLOCK) {
		say_number("interrupts", interrupts);
		if (!again)
			microkit_notify(CLOCK);
		again = seL4_True;
		return;
	}
	microkit_deferred_irq_ack(channel);
	if (++interrupts < 3)
		return;
	microkit_have_signal = seL4_False;
	microkit_notify(CLOCK);
}
