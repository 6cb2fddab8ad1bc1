#include "conformance.h"

enum { CHILDREN = 8, ROUNDS = 2100 };

void init(void)
{
	for (unsigned i = 0; i < ROUNDS; i++) {
		microkit_notify(60);
		microkit_notify(i % CHILDREN);
	}
	say("done");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
