#include "conformance.h"

void init(void)
{
	microkit_notify(5);
	microkit_irq_ack(6);
	microkit_msginfo info = microkit_ppcall(3, microkit_msginfo_new(9, 4));
	say_number("is an invalid capability", microkit_msginfo_get_label(info) == seL4_InvalidCapability);
	microkit_notify(3);
	say("looks up what cannot be");
	microkit_notify(1000);
	say("goes on");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
