/*
 * The clock that a run's scheduling goes by, as protection domains read it too (runtime/linux/clock.c).
 */
#ifndef LAUNCH_CLOCK_H
#define LAUNCH_CLOCK_H

#include <stdint.h>

/* Where in the kernel's vdso the function that reads clocks is; 0: it has none. */
uint32_t clock_vdso_offset(void);

#endif
