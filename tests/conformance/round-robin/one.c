#include "conformance.h"
#include "spin.h"

/* Never waits: it can only see the other one count if both take turns. */
void init(void)
{
	int turns = 0;
	while (turns < 10 && spin_until_moved(0, 1, ENDLESS_SPIN))
		turns++;
	say(turns == 10 ? "took turns" : "was left alone");
	for (seL4_Word i = 0; i < LONG_SPIN; i++)
		shared[0]++;
}

void notified(microkit_channel channel)
{
	(void)channel;
}
