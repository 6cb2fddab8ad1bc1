/*
 * What each protection domain did in a run, as a table.
 */
#ifndef LAUNCH_COUNTS_H
#define LAUNCH_COUNTS_H

#include "launch/state.h"

/* Has it counted, if the options ask for it. */
void counts_start(struct launch *launch);

/* Prints the table on standard error. The processes have ended. */
void counts_report(struct launch *launch);

#endif
