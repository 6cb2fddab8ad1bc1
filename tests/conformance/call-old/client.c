#include <sel4cp.h>

void init(void)
{
	sel4cp_mr_set(0, 40);
	sel4cp_msginfo answer = sel4cp_ppcall(4, sel4cp_msginfo_new(6, 1));
	sel4cp_dbg_puts(sel4cp_name);
	sel4cp_dbg_puts(sel4cp_msginfo_get_label(answer) == 7 && sel4cp_mr_get(0) == 43
				? ": has the answer\n"
				: ": has not the answer\n");
}

void notified(sel4cp_channel channel)
{
	(void)channel;
}

sel4cp_msginfo protected(sel4cp_channel channel, sel4cp_msginfo info)
{
	(void)channel;
	return info;
}
