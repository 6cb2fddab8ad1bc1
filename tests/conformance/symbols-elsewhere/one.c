#include "conformance.h"

volatile seL4_Word *address;
seL4_Word size;

void init(void)
{
	*address = 1;
	say_number("address", (seL4_Word)address);
	say_number("size", size);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
