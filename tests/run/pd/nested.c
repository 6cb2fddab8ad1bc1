/* Waits within notified() for what came with the same badge, as a strand of a component may. */
#include <causeway/causeway.h>
#include <microkit.h>

static unsigned seen;

void init(void)
{
}

void notified(microkit_channel channel)
{
	seen |= 1u << channel;
	if (channel != 0)
		return;
	int deliveries = 0;
	while (seen != 7)
		deliveries += causeway_poll();
	microkit_dbg_puts("all seen, deliveries: ");
	microkit_dbg_put32((seL4_Uint32)deliveries);
	microkit_dbg_puts("\n");
}
