/*
 * What the system description says about time, in the scheduler's memory: priorities, scheduling contexts,
 * passive protection domains, and the turns of scheduling domains.
 */
#ifndef LAUNCH_SCHEDULE_H
#define LAUNCH_SCHEDULE_H

#include "launch/state.h"

void schedule_fill(struct launch *launch);

#endif
