/*
 * The clock that scheduling goes by, and the timer that interrupts this protection domain when its time is
 * over.
 */
#ifndef LINUX_CLOCK_H
#define LINUX_CLOCK_H

#include "abi/linux_boot.h"

#include <stdint.h>

/*
 * Before the filter of system calls: finds the kernel's clock function, and makes the timer if the system
 * needs one. PROCESS is the stack as the kernel made it. 0 or -errno.
 */
long linux_clock_start(const struct linux_boot *boot, const uint64_t *process);

/*
 * The preemption signal is to come at DEADLINE (UINT64_MAX: never), or earlier: a timer that is set to an
 * earlier time stays as it is, since setting it costs more than a signal too many now and then.
 */
void linux_clock_alarm(uint64_t deadline);

/*
 * This protection domain is going to sleep. The first time, which mostly is the end of init() and may be for
 * long, the timer is stopped: a system starts with as many of them as it has domains, and each would wake one
 * for nothing.
 */
void linux_clock_rest(void);

/* The timer has gone off. */
void linux_clock_rang(void);

#endif
