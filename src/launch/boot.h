/*
 * The boot record of each protection domain (abi/linux_boot.h), and what it refers to: the program's symbols.
 */
#ifndef LAUNCH_BOOT_H
#define LAUNCH_BOOT_H

#include "launch/state.h"

/* Reads the program of protection domain PD and checks it against the model; false after errors that were
 * reported. */
bool boot_plan(struct launch *launch, size_t pd);

/* Puts the filter of system calls, which all records refer to, into the shared memory. */
bool boot_write_filter(struct launch *launch);

/* Puts the boot record of PD there; false after an error that was reported. */
bool boot_write(struct launch *launch, size_t pd);

/* The stack of a protection domain whose program has been read, in whole pages. */
uint64_t boot_stack_size(const struct launch_pd *pd);

#endif
