/*
 * Counts in its half of a region that is shared with another spinner of the same priority, and ends when both
 * have counted far: neither ever blocks, so both get there only if they take turns.
 */
#include <microkit.h>
#include <stdio.h>
#include <string.h>

enum { FAR = 100000 };

volatile unsigned long *counters;

void init(void)
{
	unsigned own = microkit_name[strlen(microkit_name) - 1] & 1;
	printf("%s: starts\n", microkit_name);
	while (counters[0] < FAR || counters[1] < FAR)
		counters[own]++;
	printf("%s: done\n", microkit_name);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
