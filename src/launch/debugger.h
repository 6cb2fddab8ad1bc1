/*
 * A debugger that is attached, from outside, to one protection domain before the system starts. It has the
 * terminal; while it holds the protection domain, and that has the processor, all others wait.
 */
#ifndef LAUNCH_DEBUGGER_H
#define LAUNCH_DEBUGGER_H

#include "launch/state.h"

/* Finds the debugger and the protection domain that the options name; false after an error that was reported.
 * Without that option, nothing is done here or below. */
bool debugger_plan(struct launch *launch);

/* Whether the programs, which have been read, are fit for it; says which are not confined. False after an
 * error that was reported. */
bool debugger_check(struct launch *launch);

/* Starts the debugger once the process is there; false after an error that was reported. */
bool debugger_start(struct launch *launch);

/* Whether the system has to wait until the debugger has attached itself. Ends the run if it never will. */
bool debugger_is_awaited(struct launch *launch);

/* Whether the debugger holds its protection domain at this moment: a system at rest is then not over. */
bool debugger_holds(struct launch *launch);

/* Waits for the debugger to end. The processes have ended. */
void debugger_end(struct launch *launch);

#endif
