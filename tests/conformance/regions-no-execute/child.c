#include "conformance.h"

void init(void)
{
	int (*volatile executable)(void) = (int (*)(void))0x4000000;
	int (*volatile only_read)(void) = (int (*)(void))0x3000000;
	say_number("result", (seL4_Word)executable());
	say_number("result", (seL4_Word)only_read());
}

void notified(microkit_channel channel)
{
	(void)channel;
}
