#include "conformance.h"

static unsigned descend(unsigned depth)
{
	volatile char frame[1024];
	frame[depth % sizeof frame] = (char)depth;
	return depth ? descend(depth - 1) + (unsigned char)frame[depth % sizeof frame] : 0;
}

void init(void)
{
	say("init");
	say_number("goes on", descend(20));
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
}
