#include "simulate.h"

#include "baton.h"
#include "kernel.h"
#include "self.h"

#include "abi/linux_sim.h"

#include <string.h>
#include <sys/prctl.h>

/* Basic blocks that the program may still run before it has to look at the time, and how many it was given.
 */
static uint64_t left = UINT64_MAX, given = UINT64_MAX;

/* The kernel gives each process random bytes and its clock functions, as entries of the auxiliary vector. */
static void hide_from_library(const uint64_t *process)
{
	enum { IGNORE = 1, RANDOM = 25, SYSINFO_EHDR = 33, RANDOM_SIZE = 16 };
	uint64_t *at = (uint64_t *)(uintptr_t)process + 1 + process[0] + 1;
	while (*at++)
		;
	for (; at[0]; at += 2)
		if (at[0] == RANDOM)
			memset((void *)at[1], 0x5a, RANDOM_SIZE);
		else if (at[0] == SYSINFO_EHDR)
			at[0] = IGNORE;
}

long simulate_start(const uint64_t *process)
{
	hide_from_library(process);
	/* The processor's counter is a clock too: reading it is a fault, which is answered. Where this cannot
	 * be had there is no such counter. */
	kernel_call(SYS_prctl, PR_SET_TSC, PR_TSC_SIGSEGV, 0);
	return 0;
}

void simulate_catch_up(void)
{
	linux_baton()->time += (given - left) * LINUX_SIM_BLOCK;
	given = left;
}

void simulate_call(void)
{
	struct linux_baton *baton = linux_baton();
	simulate_catch_up();
	baton->time +=
		baton->seed ? LINUX_SIM_CALL / 2 + baton_pick(baton, LINUX_SIM_CALL + 1) : LINUX_SIM_CALL;
}

_Bool simulate_until(uint64_t deadline)
{
	uint64_t now = linux_baton()->time;
	if (deadline <= now)
		return 0;
	left = given = deadline == UINT64_MAX ? UINT64_MAX
					      : (deadline - now + LINUX_SIM_BLOCK - 1) / LINUX_SIM_BLOCK;
	return 1;
}

/* The compiler puts a call of this into each basic block of a program that is built for simulation. */
void __sanitizer_cov_trace_pc(void);
void __sanitizer_cov_trace_pc(void)
{
	if (--left)
		return;
	if (linux_self.simulated)
		kernel_call(LINUX_SIM_TICK, 0, 0, 0);
	else
		left = UINT64_MAX;
}
