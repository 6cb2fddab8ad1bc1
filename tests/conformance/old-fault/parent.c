#include <sel4cp.h>

static unsigned faults;

void init(void)
{
	sel4cp_dbg_puts("parent: init\n");
}

void notified(sel4cp_channel channel)
{
	(void)channel;
}

void fault(sel4cp_pd pd, sel4cp_msginfo info)
{
	sel4cp_dbg_puts("parent: ");
	sel4cp_dbg_put32(pd);
	sel4cp_dbg_puts(sel4cp_msginfo_get_label(info) == seL4_Fault_VMFault ? " VM fault\n" : " other\n");
	if (++faults == 1)
		sel4cp_pd_restart(pd, 0x200000);
	else
		sel4cp_pd_stop(pd);
}
