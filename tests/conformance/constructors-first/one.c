#include "conformance.h"

static unsigned constructed;

__attribute__((constructor)) static void construct(void)
{
	constructed = 7;
}

void init(void)
{
	say_number("constructed", constructed);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
