#include "conformance.h"

static volatile unsigned zero;

__attribute__((noinline)) static unsigned deep(unsigned depth)
{
	volatile char frame[128];
	frame[depth % sizeof frame] = (char)depth;
	return (zero ? 0 : deep(depth + 1)) + (unsigned)frame[depth % sizeof frame];
}

void init(void)
{
	volatile char large[0x3000];
	for (unsigned i = 0; i < sizeof large; i += 64)
		large[i] = 1;
	say("12 KiB of 16 are there");
	say_number("result", deep(0));
}

void notified(microkit_channel channel)
{
	(void)channel;
}
