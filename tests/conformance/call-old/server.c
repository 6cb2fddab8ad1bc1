#include <sel4cp.h>

void init(void)
{
}

void notified(sel4cp_channel channel)
{
	(void)channel;
}

sel4cp_msginfo protected(sel4cp_channel channel, sel4cp_msginfo info)
{
	sel4cp_mr_set(0, sel4cp_mr_get(0) + channel);
	return sel4cp_msginfo_new(sel4cp_msginfo_get_label(info) + 1, 1);
}
