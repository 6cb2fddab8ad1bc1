#include "conformance.h"
#include "spin.h"

/* Never waits: it can only see the other one count if both take turns. */
void init(void)
{
	int turns = 0;
	while (turns < 3 && spin_until_moved(1, 0, ENDLESS_SPIN))
		turns++;
	say(turns == 3 ? "took turns" : "was left alone");
	for (seL4_Word i = 0; i < LONG_SPIN; i++)
		shared[1]++;
}

void notified(microkit_channel channel)
{
	(void)channel;
}
