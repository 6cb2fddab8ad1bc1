/*
 * A timer of the board: an interrupt at a deadline. Its registers are a memory region of the protection
 * domain; times are nanoseconds of causeway_time().
 */
#ifndef CAUSEWAY_TIMER_H
#define CAUSEWAY_TIMER_H

#include "causeway/device.h"
#include "causeway/causeway.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Raises the interrupt once, at DEADLINE, or now if that has passed. Replaces the deadline before. 0: none.
 */
static inline void causeway_timer_set(struct device_timer *timer, uint64_t deadline)
{
	__atomic_store_n(&timer->deadline, deadline, __ATOMIC_SEQ_CST);
	causeway_device_kick(timer);
}

/* How many deadlines and periods are over. */
static inline uint64_t causeway_timer_count(const struct device_timer *timer)
{
	return __atomic_load_n(&timer->count, __ATOMIC_SEQ_CST);
}

#ifdef __cplusplus
}
#endif

#endif
