#include "conformance.h"
#include "spin.h"

/* Comes to its events when there is one of each. */
void init(void)
{
	while (shared[0] < 3)
		;
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
}
