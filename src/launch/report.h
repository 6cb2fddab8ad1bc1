/*
 * What there is to say about a run that went wrong: faults, and who waits for what when nothing can run any
 * more.
 */
#ifndef LAUNCH_REPORT_H
#define LAUNCH_REPORT_H

#include "launch/state.h"

/* Says why PD stopped, from the fault record in its area. Returns whether that counts as a fault. */
bool report_stop(struct launch *launch, size_t pd);

/* Says the same about a fault that PD's parent gets. */
void report_told(struct launch *launch, size_t pd);

/* Says that PD wants a child to run whose process has ended. */
void report_child_gone(struct launch *launch, size_t pd, unsigned child);

/* Says that PD's process ended in a way that its runtime could not report. STATUS is waitid's. */
void report_death(struct launch *launch, size_t pd, int code, int status);

/* Says why PD could not start. */
void report_start_failure(struct launch *launch, size_t pd, unsigned step, int error);

/* Reports faults that the parent never took. Returns how many there are. */
unsigned report_faults_left(struct launch *launch);

/* Names who waits for a reply, a mutex or a semaphore; returns how many do. */
unsigned report_waiting(struct launch *launch);

/* Names who has the processor, for a run that takes too long. */
void report_timeout(struct launch *launch, bool simulated);

#endif
