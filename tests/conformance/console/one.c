#include "conformance.h"

void init(void)
{
	microkit_dbg_puts("one: ");
	microkit_dbg_putc('x');
	microkit_dbg_putc(' ');
	microkit_dbg_put8(0);
	microkit_dbg_putc(' ');
	microkit_dbg_put8(255);
	microkit_dbg_putc(' ');
	microkit_dbg_put32(4294967295);
	microkit_dbg_puts("\n");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
