/*
 * What the programs of the stress system share: a region in which each says what it has sent and seen, and
 * chance.
 *
 * Before a program notifies another, it counts in `sent`; whoever is notified copies that count to `seen`. So
 * at the end the two are equal, unless a notification was lost: many may become one, but none may come before
 * the last count.
 */
#ifndef STRESS_H
#define STRESS_H

#include <microkit.h>

#include <causeway/causeway.h>
#include <stdio.h>
#include <string.h>

enum { CLOCK, TERMINAL, SERVER, DEEP, WORKERS, PROGRAMS = 8, WORKER_COUNT = PROGRAMS - WORKERS };

struct stress {
	uint64_t end; /* of causeway_time(); 0: nobody has said yet */
	volatile uint64_t sent[PROGRAMS][PROGRAMS];
	volatile uint64_t seen[PROGRAMS][PROGRAMS];
	volatile uint64_t calls[PROGRAMS];
};

extern volatile struct stress *stress;

/* The order of CLOCK, ...: the channel to program i has id i. */
static const char *const names[PROGRAMS] = { "clock", "terminal", "server", "deep",
					     "high",  "one",	  "two",    "low" };

static inline unsigned own_index(void)
{
	for (unsigned i = 0; i < PROGRAMS; i++)
		if (!strcmp(names[i], microkit_name))
			return i;
	return PROGRAMS;
}

/* xorshift64*, from a beginning of one's own. */
static inline unsigned chance(unsigned sides)
{
	static uint64_t state;
	if (!state)
		state = (own_index() + 1) * UINT64_C(0x9e3779b97f4a7c15);
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (unsigned)((state * UINT64_C(0x2545f4914f6cdd1d) >> 32) % sides);
}

static inline void compute(unsigned turns)
{
	static volatile unsigned work;
	for (unsigned i = 0; i < turns; i++)
		work++;
}

static inline void tell(unsigned to)
{
	stress->sent[own_index()][to]++;
	microkit_notify(to);
}

static inline void take(unsigned from)
{
	stress->seen[from][own_index()] = stress->sent[from][own_index()];
}

static inline unsigned any_worker(void)
{
	return WORKERS + chance(WORKER_COUNT);
}

#endif
