#include "conformance.h"

void init(void)
{
	say_number("may notify", microkit_notifications);
	say_number("may call", microkit_pps);
	say_number("interrupts", microkit_irqs);
	say_number("passive", (seL4_Word)microkit_passive);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
