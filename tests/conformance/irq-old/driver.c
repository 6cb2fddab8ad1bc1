#include <sel4cp.h>

enum { CLOCK = 2, LINE = 7 };

void init(void)
{
}

/* Acknowledges the first of its interrupts at once, the second a little later, and the third not at all. */
void notified(sel4cp_channel channel)
{
	static unsigned count;
	if (channel == CLOCK) {
		sel4cp_dbg_puts(sel4cp_name);
		sel4cp_dbg_puts(count == 3 ? ": three interrupts\n" : ": not three interrupts\n");
	} else if (++count == 1) {
		sel4cp_irq_ack(LINE);
	} else if (count == 2) {
		sel4cp_irq_ack_delayed(LINE);
	} else {
		sel4cp_notify(CLOCK);
	}
}
