/* Computes for the budget of many periods: with a short budget in a long period, most of the time it must not
 * run. */
#include <microkit.h>
#include <stdio.h>
#include <time.h>

static volatile unsigned computed;

void init(void)
{
	struct timespec now;
	for (int i = 0; i < 2000000; i++)
		computed++;
	clock_gettime(CLOCK_MONOTONIC, &now);
	printf("after %ld s\n", (long)now.tv_sec);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
