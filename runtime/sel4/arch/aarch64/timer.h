/*
 * The physical timer of ARM's generic timer, which kernels let programs use that are configured so (all of
 * the SDK's: EXPORT_PTMR_USER). There is one for each processor; who else uses it is not told.
 */
#ifndef AARCH64_TIMER_H
#define AARCH64_TIMER_H

#include <stdint.h>

enum { ARCH_TIMER_ENABLE = 1, ARCH_TIMER_OVER = 4 };

/* DEADLINE: nanoseconds of arch_time(); it is over no earlier than that. */
static inline void arch_timer_start(uint64_t deadline)
{
	const uint64_t second = 1000000000, enable = ARCH_TIMER_ENABLE;
	uint64_t frequency;
	__asm__ volatile("mrs %0, cntfrq_el0" : "=r"(frequency));
	uint64_t count =
		deadline / second * frequency + (deadline % second * frequency + second - 1) / second;
	__asm__ volatile("msr cntp_cval_el0, %0; msr cntp_ctl_el0, %1; isb" : : "r"(count), "r"(enable));
}

static inline void arch_timer_stop(void)
{
	__asm__ volatile("msr cntp_ctl_el0, xzr; isb");
}

static inline int arch_timer_is_over(void)
{
	uint64_t control;
	__asm__ volatile("isb; mrs %0, cntp_ctl_el0" : "=r"(control));
	return (control & ARCH_TIMER_ENABLE) && (control & ARCH_TIMER_OVER);
}

#endif
