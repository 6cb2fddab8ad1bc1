/* Passive: computes on its caller's time, and calls on. */
#include "stress.h"

volatile struct stress *stress;

void init(void)
{
}

void notified(microkit_channel channel)
{
	take(channel);
	compute(chance(1000));
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	seL4_Word number = microkit_mr_get(0);
	compute(chance(20000));
	if (!chance(4))
		tell(any_worker());
	if (!chance(3)) {
		microkit_mr_set(0, number);
		stress->calls[SERVER]++;
		microkit_ppcall(DEEP, microkit_msginfo_new(channel, 1));
		number = microkit_mr_get(0) - 1;
	}
	microkit_mr_set(0, number + 1);
	return info;
}
