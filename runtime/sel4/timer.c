/*
 * The processor's timer. Its line is raised as long as it is over, so it is turned off when its interrupt is
 * delivered: an acknowledgement alone would bring the same again. A deadline that has passed already raises
 * the line at once.
 */
#include "device.h"

#include "kernel.h"
#include "timer.h"

/* The interrupt may be of a deadline that the program has moved since. */
void sel4_timer_interrupt(struct device_timer *timer)
{
	if (!arch_timer_is_over())
		return;
	arch_timer_stop();
	__atomic_store_n(&timer->deadline, 0, __ATOMIC_SEQ_CST);
	__atomic_store_n(&timer->count, timer->count + 1, __ATOMIC_SEQ_CST);
}

void sel4_timer_kicked(struct device_timer *timer)
{
	uint64_t deadline = __atomic_load_n(&timer->deadline, __ATOMIC_SEQ_CST);
	if (deadline)
		arch_timer_start(deadline);
	else
		arch_timer_stop();
}
