/* Notifies the peer, which is above, and is notified back. */
#include "measure.h"

volatile unsigned *serial;

#ifdef DEFERRED
#define NOTIFY microkit_deferred_notify
#else
#define NOTIFY microkit_notify
#endif

static unsigned rounds;
static unsigned long start;

void init(void)
{
	start = measure_now();
	NOTIFY(0);
}

void notified(microkit_channel channel)
{
	(void)channel;
	if (++rounds < ROUNDS) {
		NOTIFY(0);
		return;
	}
	measure_report("notify there and back ", measure_now() - start);
	measure_put("done\n");
}
