/* What the server calls; it has time of its own. */
#include "stress.h"

volatile struct stress *stress;

void init(void)
{
}

void notified(microkit_channel channel)
{
	take(channel);
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	compute(chance(5000));
	if (!chance(4))
		tell(any_worker());
	microkit_mr_set(0, microkit_mr_get(0) + 1);
	return info;
}
