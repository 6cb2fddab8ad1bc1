/*
 * What the calls do, and how they are timed: shared by the CAmkES application and the one that is written by hand.
 */
#ifndef BENCH_WORK_H
#define BENCH_WORK_H

#include <stdio.h>
#include <string.h>

enum { STRING = 64, ARRAY = 4096, CALLS = 40, ROUNDS = 1000 };

static inline int work_add(int a, int b)
{
	return a + b;
}

static inline int work_measure(const char *text)
{
	return (int)strlen(text);
}

static inline int work_sum(size_t count, const char *bytes)
{
	return count ? bytes[0] + bytes[count - 1] : 0;
}

/* The processor's counter: a component has no clock of the host's. */
static double now(void)
{
	return (double)__builtin_ia32_rdtsc();
}

/* Ticks of CALL, an expression whose values must add up to SUM over all calls: the best of many short rounds, which nobody else interrupts. */
#define BENCH(name, call, sum)                                                                               \
	do {                                                                                                 \
		double best = 1e18;                                                                          \
		for (int round = 0; round < ROUNDS; round++) {                                               \
			long total = 0;                                                                      \
			double start = now();                                                                \
			for (int i = 0; i < CALLS; i++)                                                      \
				total += (call);                                                             \
			double time = (now() - start) / CALLS;                                               \
			best = time < best ? time : best;                                                    \
			if (total != (long)(sum) * CALLS)                                                    \
				printf("%s is wrong: %ld\n", name, total);                                   \
		}                                                                                            \
		printf("%s %.1f\n", name, best);                                                             \
	} while (0)

#endif
