/*
 * The launcher's event loop: packets, ends of processes, signals, the time slice and the timeout.
 */
#ifndef LAUNCH_SUPERVISE_H
#define LAUNCH_SUPERVISE_H

#include "launch/state.h"

/* Makes the sources of events that do not depend on processes, the devices among them. */
bool supervise_prepare(struct launch *launch);

/* Runs until launch->phase is LAUNCH_FINISHED; launch->status is then the result. */
void supervise_run(struct launch *launch);

/* Simulated: waits until FD has something, while time stands still. False: the run was ended meanwhile. */
bool supervise_wait(struct launch *launch, int fd);

/* Takes what was printed last, when all processes have ended. */
void supervise_drain(struct launch *launch);

#endif
