#include "conformance.h"

void init(void)
{
	volatile unsigned char *bytes = (volatile unsigned char *)0x3000000;
	unsigned sum = 0;
	for (unsigned i = 0; i < 0x2000; i++)
		sum += bytes[i];
	say_number("sum", sum);
	bytes[0] = 11;
	bytes[0x1fff] = 22;
}

void notified(microkit_channel channel)
{
	(void)channel;
}
