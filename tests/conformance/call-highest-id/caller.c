#include "conformance.h"

void init(void)
{
	say_number("has", microkit_msginfo_get_label(microkit_ppcall(61, microkit_msginfo_new(9, 0))));
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
}
