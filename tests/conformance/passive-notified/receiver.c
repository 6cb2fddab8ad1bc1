#include "conformance.h"
#include "spin.h"

void init(void)
{
}

void notified(microkit_channel channel)
{
	(void)channel;
	say(spin_until_moved(0, 1, ENDLESS_SPIN) ? "somebody below ran: yes" : "somebody below ran: no");
	shared[2] = 1;
}
