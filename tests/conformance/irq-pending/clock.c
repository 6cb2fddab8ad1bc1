#include "conformance.h"

enum { TICKS = 0, DRIVER = 1 };

/* Told so by the driver, waits for a while in which its line is raised many times, and then tells the driver.
 * Twice. */
void init(void)
{
}

void notified(microkit_channel channel)
{
	static unsigned ticks, times;
	static seL4_Bool counts;
	if (channel == DRIVER) {
		counts = seL4_True;
		ticks = 0;
		return;
	}
	if (counts && ++ticks == 4) {
		counts = seL4_False;
		times++;
		microkit_notify(DRIVER);
	}
	if (times < 2)
		microkit_irq_ack(TICKS);
}
