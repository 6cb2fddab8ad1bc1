#include "conformance.h"
#include "spin.h"

void init(void)
{
	say("computes");
	say(spin_until_moved(0, 1, ENDLESS_SPIN) ? "somebody above ran: yes" : "somebody above ran: no");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
