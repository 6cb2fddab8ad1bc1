#include <sel4cp.h>

void init(void)
{
	sel4cp_dbg_puts(sel4cp_name);
	sel4cp_dbg_puts(": init\n");
	sel4cp_mr_set(0, 30);
	sel4cp_msginfo reply = sel4cp_ppcall(1, sel4cp_msginfo_new(3, 1));
	sel4cp_dbg_puts(sel4cp_name);
	sel4cp_dbg_puts(": ");
	sel4cp_dbg_put32((seL4_Uint32)sel4cp_msginfo_get_label(reply));
	sel4cp_dbg_puts(" ");
	sel4cp_dbg_put32((seL4_Uint32)sel4cp_mr_get(0));
	sel4cp_dbg_puts("\n");
	sel4cp_notify_delayed(1);
	sel4cp_dbg_puts(sel4cp_name);
	sel4cp_dbg_puts(": returns\n");
}

void notified(sel4cp_channel channel)
{
	(void)channel;
}
