#include <sel4cp.h>

void init(void)
{
}

void notified(sel4cp_channel channel)
{
	(void)channel;
}

void fault(sel4cp_pd pd, sel4cp_msginfo info)
{
	(void)info;
	sel4cp_dbg_puts("parent: fault of ");
	sel4cp_dbg_put32(pd);
	sel4cp_dbg_puts("\n");
}
