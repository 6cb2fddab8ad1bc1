/*
 * The trace of a run, in the Chrome trace event format (JSON), which Perfetto and chrome://tracing show: a
 * track for each protection domain, and one for the system. Written while the system runs, in bounded memory.
 */
#ifndef LAUNCH_TRACE_H
#define LAUNCH_TRACE_H

#include "launch/state.h"

#include "abi/linux_watch.h"

/* Begins the file that the options name; false after an error that was reported. Without that option, nothing
 * is done here or below. */
bool trace_open(struct launch *launch);

/* Takes the records that have been written since the last time. */
void trace_take(struct launch *launch);

/* Ends the file and puts it in its place. The processes have ended. */
void trace_close(struct launch *launch);

#endif
