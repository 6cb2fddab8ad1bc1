/*
 * For systems that show who gets the processor while nobody waits: each program counts in a word of its own
 * in a region that all of them share, and looks at the words of the others.
 */
#ifndef SPIN_H
#define SPIN_H

#include <microkit.h>

/* The region. Each program that spins has it mapped; a word per program. */
volatile seL4_Word *shared;

/* What takes longer than any slice or budget of these systems. */
#define LONG_SPIN 4000000

/* What nothing here takes: a program that counts so far without what it waits for has not got it. */
#define ENDLESS_SPIN 4000000000

/* Counts in OWN until OTHER has moved. Returns whether that came before LIMIT. */
static inline int spin_until_moved(unsigned own, unsigned other, seL4_Word limit)
{
	seL4_Word before = shared[other];
	for (seL4_Word i = 0; i < limit; i++) {
		shared[own]++;
		if (shared[other] != before)
			return 1;
	}
	return 0;
}

#endif
