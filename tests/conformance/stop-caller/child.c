#include "conformance.h"

void init(void)
{
	microkit_mr_set(0, 77);
	microkit_ppcall(0, microkit_msginfo_new(0, 1));
	say_number("answer", microkit_mr_get(0));
}

void notified(microkit_channel channel)
{
	(void)channel;
}
