#include "conformance.h"
#include "spin.h"

void init(void)
{
}

/* Computes for longer than it may itself. */
microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	say(spin_until_moved(0, 1, ENDLESS_SPIN) ? "somebody below ran: yes" : "somebody below ran: no");
	shared[2] = 1;
	return info;
}

void notified(microkit_channel channel)
{
	(void)channel;
}
