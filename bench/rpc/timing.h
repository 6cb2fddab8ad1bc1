/* How the calls are timed on Linux. */
#ifndef BENCH_TIMING_H
#define BENCH_TIMING_H

#include <stdio.h>

enum { CALLS = 40, ROUNDS = 1000 };

/* The processor's counter: a component has no clock of the host's. */
static double now(void)
{
	return (double)__builtin_ia32_rdtsc();
}

/* Ticks of CALL, an expression whose values must add up to SUM over all calls: the best of many short rounds,
 * which nobody else interrupts. */
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
			if (total != (long)(sum)*CALLS)                                                      \
				printf("%s is wrong: %ld\n", name, total);                                   \
		}                                                                                            \
		printf("%s %.1f\n", name, best);                                                             \
	} while (0)

#endif
