#include <microkit.h>

enum { CLOCK = 0 };

static unsigned pairs;

void init(void)
{
}

void notified(microkit_channel channel)
{
	(void)channel;
	pairs++;
	microkit_dbg_puts("counter: pair ");
	microkit_dbg_put32(pairs);
	microkit_dbg_puts("\n");
	microkit_notify(CLOCK);
}
