#include "conformance.h"
#include "spin.h"

void init(void)
{
	int first = spin_until_moved(0, 1, ENDLESS_SPIN);
	say(first ? "others run: yes" : "others run: no");
	say(spin_until_moved(0, 1, ENDLESS_SPIN) ? "again: yes" : "again: no");
	shared[2] = 1;
}

void notified(microkit_channel channel)
{
	(void)channel;
}
