#include "clock.h"

#include "budget.h"
#include "kernel.h"

#include <signal.h>
#include <time.h>

/*
 * Reading the clock is a function of the kernel's that needs no system call. The C library's wrapper of it
 * cannot be used: it wants thread state, and the scheduler runs before there is any.
 */
typedef int clock_function(clockid_t clock, struct timespec *time);
static clock_function *clock_read;

enum { NO_TIMER = -1, SECOND = 1000000000 };
static int timer = NO_TIMER;
static uint64_t timer_deadline = UINT64_MAX;

/* The auxiliary vector follows the environment, which follows the arguments. */
static uint64_t find_vdso(const uint64_t *process)
{
	enum { SYSINFO_EHDR = 33 };
	const uint64_t *at = process + 1 + process[0] + 1;
	while (*at++)
		;
	for (; at[0]; at += 2)
		if (at[0] == SYSINFO_EHDR)
			return at[1];
	return 0;
}

long linux_clock_start(const struct linux_boot *boot, const uint64_t *process)
{
	uint64_t vdso = boot->clock_offset ? find_vdso(process) : 0;
	if (vdso)
		clock_read = (clock_function *)(vdso + boot->clock_offset);
	if (!boot->has_timer)
		return 0;
	struct sigevent event = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGURG };
	return kernel_call(SYS_timer_create, CLOCK_MONOTONIC, (long)&event, (long)&timer);
}

/* The first few times, the pages of the kernel's function are not there yet: that costs more than the call.
 */
static _Bool read_without_call(struct timespec *now)
{
	static unsigned calls = 8;
	if (calls) {
		calls--;
		return 0;
	}
	return clock_read && !clock_read(CLOCK_MONOTONIC, now);
}

uint64_t baton_clock(const struct linux_baton *baton)
{
	struct timespec now;
	if (baton->simulated)
		return baton->time;
	if (!read_without_call(&now))
		kernel_call(SYS_clock_gettime, CLOCK_MONOTONIC, (long)&now, 0);
	return (uint64_t)now.tv_sec * SECOND + (uint64_t)now.tv_nsec;
}

void linux_clock_alarm(uint64_t deadline)
{
	if (timer == NO_TIMER || deadline >= timer_deadline)
		return;
	timer_deadline = deadline;
	struct itimerspec time = { .it_value = { (time_t)(deadline / SECOND), (long)(deadline % SECOND) } };
	arch_syscall(SYS_timer_settime, timer, TIMER_ABSTIME, (long)&time, 0, 0, 0);
}

void linux_clock_rest(void)
{
	static _Bool rested;
	if (rested || timer_deadline == UINT64_MAX)
		return;
	rested = 1;
	timer_deadline = UINT64_MAX;
	struct itimerspec never = { 0 };
	arch_syscall(SYS_timer_settime, timer, 0, (long)&never, 0, 0, 0);
}

void linux_clock_rang(void)
{
	timer_deadline = UINT64_MAX;
}
