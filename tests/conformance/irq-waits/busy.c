#include "conformance.h"
#include "spin.h"

void init(void)
{
	say("computes");
	while (shared[0] < 3)
		;
	say(shared[1] ? "somebody below ran: yes" : "somebody below ran: no");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
