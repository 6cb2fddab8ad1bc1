/* Yields again and again, counting its turns in a shared region, until the other one is done. */
#include <causeway/causeway.h>
#include <microkit.h>

volatile unsigned long *counters;

void init(void)
{
	while (!counters[0]) {
		counters[1]++;
		causeway_yield();
	}
}

void notified(microkit_channel channel)
{
	(void)channel;
}
