#include "conformance.h"

void init(void)
{
	microkit_msginfo info = microkit_ppcall(0, microkit_msginfo_new(3, 2));
	say_number("label", microkit_msginfo_get_label(info));
	say_number("count", microkit_msginfo_get_count(info));
}

void notified(microkit_channel channel)
{
	(void)channel;
}
