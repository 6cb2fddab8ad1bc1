#include "conformance.h"

static seL4_Word seen;
static unsigned count;

void init(void)
{
	say_number("may notify all", microkit_notifications == ((seL4_Word)1 << 62) - 1);
}

void notified(microkit_channel channel)
{
	seen |= (seL4_Word)1 << channel;
	if (++count == 62)
		say_number("all of them once", seen == ((seL4_Word)1 << 62) - 1);
}
