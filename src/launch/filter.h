/*
 * The system calls that a protection domain may make, as a seccomp filter. Everything else traps into its
 * runtime.
 */
#ifndef LAUNCH_FILTER_H
#define LAUNCH_FILTER_H

#include "launch/state.h"

/* Fills in the filter. */
void filter_build(struct launch *launch);

/* The name of a system call of this machine, in the arena. */
const char *filter_syscall_name(struct launch *launch, int64_t number);

#endif
