/* Ticks at random times, tells workers, and at the end says what was lost. */
#include "stress.h"

#include <causeway/timer.h>

enum { TIMER = 20, MICROSECOND = 1000, MILLISECOND = 1000000 };

volatile struct stress *stress;
struct device_timer *timer;

static unsigned ticks;

void init(void)
{
}

static void next(void)
{
	causeway_timer_set(timer, causeway_time() + (500 + chance(4000)) * MICROSECOND);
}

static void report(void)
{
	unsigned lost = 0;
	uint64_t all = 0, calls = 0;
	for (unsigned from = 0; from < PROGRAMS; from++) {
		calls += stress->calls[from];
		for (unsigned to = 0; to < PROGRAMS; to++) {
			lost += stress->sent[from][to] != stress->seen[from][to];
			all += stress->sent[from][to];
		}
	}
	printf("clock: %s; %s; %s\n", ticks > 10 ? "ticks" : "hardly a tick",
	       all > ticks && calls > ticks / 2 ? "notifications and calls" : "hardly a notification or call",
	       lost ? "some were lost" : "none was lost");
}

/* The last tick comes long after the end: all that is on its way has arrived. */
static void tick(void)
{
	static seL4_Bool last;
	ticks++;
	if (last) {
		report();
		return;
	}
	if (causeway_time() > stress->end) {
		last = seL4_True;
		causeway_timer_set(timer, causeway_time() + 50 * (uint64_t)MILLISECOND);
		return;
	}
	for (unsigned i = chance(3); i < 3; i++)
		tell(any_worker());
	compute(chance(2000));
	next();
}

void notified(microkit_channel channel)
{
	if (channel != TIMER) {
		take(channel);
		if (channel == TERMINAL && !ticks)
			next();
		return;
	}
	tick();
	microkit_irq_ack(TIMER);
}
