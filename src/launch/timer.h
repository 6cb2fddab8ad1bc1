/*
 * What the launcher waits for in time: of the host's clock, or simulated.
 */
#ifndef LAUNCH_TIMER_H
#define LAUNCH_TIMER_H

#include "launch/state.h"

/* The owner has it for as long as the run lasts; AT and EXPIRE are filled in before it is set. */
struct launch_timer {
	uint64_t at; /* by the run's clock, in nanoseconds; UINT64_MAX: it is not set */
	void (*expire)(struct launch *launch, struct launch_timer *timer); /* called once; may set it again */
	bool background; /* a system that waits for nothing else is at rest */
	bool listed;
	struct launch_timer *next;
};

/* Now, by the run's clock: what baton_clock says. */
uint64_t timer_now(const struct launch *launch);

/* TIMER expires at AT, or not any more (UINT64_MAX). */
void timer_set(struct launch *launch, struct launch_timer *timer, uint64_t at);

/* The earliest that is set, without those in the background; UINT64_MAX: none. */
uint64_t timer_next(const struct launch *launch);

/* Lets all expire that are due. In a simulated run the caller has the baton. */
void timer_expire(struct launch *launch);

#endif
