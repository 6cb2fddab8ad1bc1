/* Rounds of one call that is checked, for the two callers that are compared. */
#ifndef ROUNDS_H
#define ROUNDS_H

#include "measure.h"
#include "work.h"

static char text[STRING], bytes[ARRAY];

static inline void rounds_prepare(void)
{
	memset(text, 'x', STRING - 1);
	memset(bytes, 1, ARRAY);
}

/* NAME and the instructions of CALL, an expression that has to be SUM; the first one does not count. */
#define ROUNDS_OF(name, call, sum)                                                                           \
	do {                                                                                                 \
		unsigned long i = 0, wrong = (call) != (sum), start = measure_now();                         \
		for (; i < ROUNDS; i++)                                                                      \
			wrong += (call) != (sum);                                                            \
		measure_report(wrong ? name "is wrong " : name, measure_now() - start);                      \
	} while (0)

#endif
