#include "conformance.h"
#include "spin.h"

/* For ten of its periods. Its loop is as long as that of the worker. */
void init(void)
{
	for (int i = 0; i < 10; i++) {
		seL4_Word before = shared[1];
		while (shared[1] == before)
			shared[0]++;
	}
	seL4_Word all = shared[0] + shared[1];
	say_number("percent", (100 * shared[0] + all / 2) / all);
	shared[2] = 1;
}

void notified(microkit_channel channel)
{
	(void)channel;
}
