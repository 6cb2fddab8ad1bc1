/* The older spelling of the API. */
#include <sel4cp.h>

void init(void)
{
	sel4cp_dbg_puts(sel4cp_name);
	sel4cp_dbg_puts(": init ");
	sel4cp_dbg_put32(4294967295);
	sel4cp_dbg_putc('\n');
	sel4cp_mr_set(0, 5);
	sel4cp_msginfo reply = sel4cp_ppcall(0, sel4cp_msginfo_new(3, 1));
	sel4cp_dbg_put8((seL4_Uint8)sel4cp_msginfo_get_label(reply));
	sel4cp_dbg_puts(" ");
	sel4cp_dbg_put8((seL4_Uint8)sel4cp_mr_get(0));
	sel4cp_dbg_puts("\n");
	sel4cp_notify_delayed(0);
}

void notified(sel4cp_channel channel)
{
	(void)channel;
}

void fault(sel4cp_pd pd, sel4cp_msginfo info)
{
	(void)pd;
	(void)info;
}
