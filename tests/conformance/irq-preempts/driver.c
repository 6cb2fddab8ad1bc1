#include "conformance.h"
#include "spin.h"

void init(void)
{
}

/* Until the other one computes, nothing is to be shown. */
void notified(microkit_channel channel)
{
	if (!shared[0]) {
		microkit_irq_ack(channel);
		return;
	}
	if (!shared[1])
		say("interrupt");
	shared[1]++;
}
