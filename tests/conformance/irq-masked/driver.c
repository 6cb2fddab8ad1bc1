#include "conformance.h"

enum { CLOCK = 2, LINE = 7 };

static unsigned interrupts;

void init(void)
{
}

void notified(microkit_channel channel)
{
	static seL4_Bool again;
	if (channel == LINE) {
		interrupts++;
		microkit_notify(CLOCK);
		return;
	}
	say_number("interrupts", interrupts);
	if (!again)
		microkit_notify(CLOCK);
	again = seL4_True;
}
