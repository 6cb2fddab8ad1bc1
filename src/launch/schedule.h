/*
 * What the system description says about time, in the scheduler's memory: priorities, scheduling contexts,
 * passive protection domains, and the turns of scheduling domains.
 */
#ifndef LAUNCH_SCHEDULE_H
#define LAUNCH_SCHEDULE_H

#include "launch/state.h"

void schedule_fill(struct launch *launch);

/* Time is simulated, and choices go by the seed. */
void schedule_simulate(struct launch *launch);

#endif
