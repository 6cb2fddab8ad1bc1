/*
 * The memory regions of a run: how large they are, what they start with, and the memory files that they are.
 */
#ifndef LAUNCH_REGION_H
#define LAUNCH_REGION_H

#include "launch/state.h"

/* Settles sizes, addresses and files to fill regions from; false after errors that were reported. */
bool region_plan(struct launch *launch);

/* Makes the memory files; false after an error that was reported. */
bool region_make_all(struct launch *launch);

#endif
