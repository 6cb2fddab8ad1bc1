/*
 * Looks at all clocks there are, and computes between two looks. Notified, it does so once more.
 */
#include <microkit.h>
#include <stdio.h>
#include <time.h>
#include <x86intrin.h>

static void look(const char *when)
{
	struct timespec steady, calendar;
	unsigned id;
	clock_gettime(CLOCK_MONOTONIC, &steady);
	clock_gettime(CLOCK_REALTIME, &calendar);
	unsigned long long counter = __rdtsc(), with_id = __rdtscp(&id);
	printf("%s: %ld.%09ld %ld.%09ld %llu %llu %p\n", when, (long)steady.tv_sec, steady.tv_nsec,
	       (long)calendar.tv_sec, calendar.tv_nsec, counter, with_id, (void *)&steady);
}

static volatile unsigned computed;

void init(void)
{
	look("before");
	for (int i = 0; i < 1000000; i++)
		computed++;
	look("after");
}

void notified(microkit_channel channel)
{
	(void)channel;
	look("notified");
}
