#include "conformance.h"

void init(void)
{
	say("init");
}

void notified(microkit_channel channel)
{
	(void)channel;
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	say_number("channel", channel);
	say_number("label", microkit_msginfo_get_label(info));
	say_number("count", microkit_msginfo_get_count(info));
	seL4_Word sum = 0;
	for (seL4_Uint8 i = 0; i < microkit_msginfo_get_count(info); i++)
		sum += microkit_mr_get(i);
	microkit_mr_set(0, sum);
	microkit_mr_set(1, 99);
	return microkit_msginfo_new(13, 2);
}
