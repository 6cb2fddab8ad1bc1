/*
 * What a run needs of the host's kernel.
 */
#ifndef LAUNCH_FEATURES_H
#define LAUNCH_FEATURES_H

#include "launch/state.h"

/* Reports every feature that the kernel lacks, or does not allow here; false if there is one. */
bool features_check(struct launch *launch);

#endif
