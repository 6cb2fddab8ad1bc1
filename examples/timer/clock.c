/*
 * Six ticks, 10 ms apart: each deadline follows from the one before, so that delays do not add up. After every second
 * tick the clock waits for the counter, so what is printed has one order on the busiest machine.
 */
#include <microkit.h>

#include <causeway/timer.h>

enum { COUNTER = 0, TIMER = 1, TICKS = 6 };

static const uint64_t interval = 10000000; /* ns */

struct device_timer *timer; /* set by the system description */

static uint64_t deadline;
static unsigned ticks;

static void next(void)
{
	deadline += interval;
	causeway_timer_set(timer, deadline);
}

void init(void)
{
	deadline = causeway_time();
	next();
}

void notified(microkit_channel channel)
{
	if (channel == COUNTER) {
		if (ticks < TICKS)
			next();
		return;
	}
	ticks++;
	microkit_dbg_puts(causeway_time() >= deadline ? "clock: tick " : "clock: too early: tick ");
	microkit_dbg_put32(ticks);
	microkit_dbg_puts("\n");
	if (ticks % 2)
		next();
	else
		microkit_notify(COUNTER);
	microkit_irq_ack(TIMER);
}
