#include "conformance.h"

void init(void)
{
	say("calls");
	for (seL4_Uint8 i = 0; i < 10; i++)
		microkit_mr_set(i, i + 1);
	microkit_msginfo info = microkit_ppcall(3, microkit_msginfo_new(1234567, 10));
	say_number("label", microkit_msginfo_get_label(info));
	say_number("count", microkit_msginfo_get_count(info));
	say_number("sum", microkit_mr_get(0));
	say_number("second", microkit_mr_get(1));
}

void notified(microkit_channel channel)
{
	(void)channel;
}
