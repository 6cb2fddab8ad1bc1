/*
 * How a protection domain measures: the best of several rounds, in tenths of a nanosecond for each operation.
 */
#ifndef BENCH_PD_MEASURE_H
#define BENCH_PD_MEASURE_H

#include "microkit.h"

#include <stdint.h>
#include <time.h>

enum { MEASURE_ROUNDS = 15 };

static inline uint64_t measure_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

static inline void measure(void (*operation)(void), unsigned count)
{
	uint64_t best = UINT64_MAX;
	for (int round = 0; round < MEASURE_ROUNDS; round++) {
		uint64_t start = measure_now();
		for (unsigned i = 0; i < count; i++)
			operation();
		uint64_t time = measure_now() - start;
		best = time < best ? time : best;
	}
	microkit_dbg_put32((uint32_t)(best * 10 / count));
	microkit_dbg_puts("\n");
}

#endif
