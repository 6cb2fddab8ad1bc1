/*
 * The launcher's side of the baton: it grants the processor when nobody has it, interrupts who has it for too
 * long, and takes it back from the dead.
 */
#ifndef LAUNCH_PROCESSOR_H
#define LAUNCH_PROCESSOR_H

#include "launch/state.h"

/* The system's time begins: every protection domain is ready, in the order of the model. None runs before it
 * is granted the processor, which is claimed. */
void processor_prepare(struct launch *launch);

bool processor_is_idle(const struct launch *launch);

/* Takes the processor if nobody has it. */
bool processor_claim(struct launch *launch);

/* With the processor claimed: hands it to who is ready, or to nobody. Returns whether somebody runs now. */
bool processor_grant(struct launch *launch);

/* PD's process has ended, wherever it was. */
void processor_bury(struct launch *launch, size_t pd);

/* Raises interrupt ID of PD; if the line is masked, it becomes pending. */
void processor_interrupt(struct launch *launch, size_t pd, unsigned id);

/* PD goes on after a kick of a device. */
void processor_kick_done(struct launch *launch, size_t pd);

/* Looks now and then whether the one who runs does as it should: asks it to look at the clock, and stops it
 * when it takes no notice. */
void processor_tick(struct launch *launch);

/* Ends the run because what is in the scheduler's memory cannot be. */
void processor_make_no_sense(struct launch *launch);

#endif
