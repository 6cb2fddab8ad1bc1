#include "conformance.h"

volatile unsigned long *large;

void init(void)
{
	enum { WORDS = 0x400000 / sizeof(unsigned long) };
	for (unsigned i = 0; i < WORDS; i += 512)
		large[i] = i;
	unsigned wrong = large != (void *)0x10000000;
	for (unsigned i = 0; i < WORDS; i += 512)
		wrong += large[i] != i;
	say_number("wrong", wrong);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
