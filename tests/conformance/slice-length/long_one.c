#include "conformance.h"
#include "spin.h"

void init(void)
{
	for (int turns = 0; turns < 3; turns++)
		spin_until_moved(0, 1, ENDLESS_SPIN);
	shared[2] = 1;
	say(shared[0] / 3 > shared[1] ? "has the longer slice: yes" : "has the longer slice: no");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
