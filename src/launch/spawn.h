/*
 * Starting the processes: the memory that they share, and one confined process per protection domain.
 */
#ifndef LAUNCH_SPAWN_H
#define LAUNCH_SPAWN_H

#include "launch/state.h"

/* Makes the regions, the scheduler's memory and the control socket; false after an error that was reported.
 */
bool spawn_prepare(struct launch *launch);

/* Starts all protection domains; false after an error that was reported. */
bool spawn_all(struct launch *launch);

/* Kills and waits for those that still run. */
void spawn_kill_all(struct launch *launch);

#endif
