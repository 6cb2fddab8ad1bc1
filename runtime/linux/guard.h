/*
 * The guard pages below the stacks of strands: with them, an overflow is a fault at the access itself.
 */
#ifndef LINUX_GUARD_H
#define LINUX_GUARD_H

#include <stdint.h>

/* Takes all rights to the guard pages away; 0 or -errno. */
long linux_guards_protect(void);

/* The strand whose stack is above the guard page that ADDRESS is in, or NULL. */
const char *linux_guard_strand(uint64_t address);

#endif
