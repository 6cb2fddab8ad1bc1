/* Calls the peer, which is above. */
#include "measure.h"

volatile unsigned *serial;

void init(void)
{
	measure_number("first init at ", measure_now() * INSTRUCTIONS_PER_TICK);
	microkit_ppcall(0, microkit_msginfo_new(0, 0));
	unsigned long start = measure_now();
	for (unsigned i = 0; i < ROUNDS; i++)
		microkit_ppcall(0, microkit_msginfo_new(0, 0));
	unsigned long ticks = measure_now() - start;
	measure_report("call ", ticks);
	start = measure_now();
	for (unsigned i = 0; i < ROUNDS; i++) {
		microkit_mr_set(0, i);
		microkit_mr_set(1, i);
		microkit_ppcall(0, microkit_msginfo_new(0, 2));
	}
	measure_report("call with 2 words ", measure_now() - start);
	measure_put("done\n");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
