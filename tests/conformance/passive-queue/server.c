#include "conformance.h"

void init(void)
{
	say("init");
}

/* The second caller becomes ready in the middle of the first one's call, and runs after the answer. */
microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)info;
	say_number("call from", channel);
	if (channel == 1) {
		microkit_notify(3);
		say("computes");
	}
	return microkit_msginfo_new(10 + channel, 0);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
