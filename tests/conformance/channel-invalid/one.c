#include "conformance.h"

void init(void)
{
	microkit_notify(5);
	microkit_notify(62);
	microkit_notify(1000);
	microkit_irq_ack(3);
	microkit_deferred_notify(6);
	microkit_deferred_irq_ack(7);
	microkit_msginfo info = microkit_ppcall(3, microkit_msginfo_new(9, 4));
	say_number("label", microkit_msginfo_get_label(info));
	say_number("count", microkit_msginfo_get_count(info));
}

void notified(microkit_channel channel)
{
	(void)channel;
}
