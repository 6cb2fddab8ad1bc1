#include "conformance.h"

__attribute__((noinline)) static unsigned use(volatile char *bytes, unsigned size)
{
	unsigned sum = 0;
	for (unsigned i = 0; i < size; i += 256)
		bytes[i] = 1;
	for (unsigned i = 0; i < size; i += 256)
		sum += (unsigned)bytes[i];
	return sum;
}

void init(void)
{
	volatile char bytes[0x1f000];
	say_number("used", use(bytes, sizeof bytes));
}

void notified(microkit_channel channel)
{
	(void)channel;
}
