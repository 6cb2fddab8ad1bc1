/*
 * A simulated run: time is a number in the scheduler's memory, and passes where this domain says so, while it
 * has the baton.
 */
#ifndef LINUX_SIMULATE_H
#define LINUX_SIMULATE_H

#include "abi/linux_boot.h"

#include <stdint.h>

/* Before the C library starts: takes away what would tell one run from the next. PROCESS is the stack as the
 * kernel made it. 0 or -errno. */
long simulate_start(const uint64_t *process);

/* A call was made: that, and what the program has computed since the last one, has taken time. */
void simulate_call(void);

/* Time for what the program has computed. */
void simulate_catch_up(void);

/* The program is to come back before DEADLINE, if it is one that was built for that. False: it is that late
 * already. */
_Bool simulate_until(uint64_t deadline);

#endif
