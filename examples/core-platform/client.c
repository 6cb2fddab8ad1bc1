#include <microkit.h>

#define SERVER 0

/* Where the server counts its calls; the system description gives it the address. */
const volatile unsigned *protocol;

void init(void)
{
	for (unsigned number = 1; number <= 3; number++) {
		microkit_mr_set(0, number);
		microkit_ppcall(SERVER, microkit_msginfo_new(0, 1));
		microkit_dbg_put32(number);
		microkit_dbg_puts(" doubled is ");
		microkit_dbg_put32((seL4_Uint32)microkit_mr_get(0));
		microkit_dbg_puts("\n");
	}
	microkit_dbg_puts("calls: ");
	microkit_dbg_put32(*protocol);
	microkit_dbg_puts("\n");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
