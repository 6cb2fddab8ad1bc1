/*
 * A fault in the words of CAmkES' fault handlers, which programs' tests look for. The substrate's own report
 * follows.
 */
#include "causeway/causeway.h"
#include "causeway/component.h"

#include "print.h"
#include "strand.h"

#include "microkit.h"

/* Dots are underscores in the names that CAmkES gives to threads. */
static void print_underscored(const char *instance)
{
	for (; *instance; instance++) {
		bool kept = (*instance >= '0' && *instance <= '9') ||
			    (*instance >= 'a' && *instance <= 'z') || (*instance >= 'A' && *instance <= 'Z');
		microkit_dbg_putc(kept ? *instance : '_');
	}
}

/* "client.client_0_control", or "client.client_n2_0000" in the thread of an interface. */
static void print_thread(void)
{
	const struct causeway_component *component = &causeway_g_component;
	int strand = causeway_strand_current();
	microkit_dbg_puts(component->instance);
	microkit_dbg_puts(".");
	print_underscored(component->instance);
	microkit_dbg_puts("_");
	microkit_dbg_puts(component->strands[strand < 0 ? 0 : strand].name);
	if (strand > 0)
		microkit_dbg_puts("_0000");
}

void causeway_fault_seen(const struct causeway_fault *fault)
{
	static const char *const kinds[] = {
		[CAUSEWAY_FAULT_DATA] = "data fault",
		[CAUSEWAY_FAULT_INSTRUCTION] = "instruction fault",
		[CAUSEWAY_FAULT_EXCEPTION] = "user exception",
	};
	microkit_dbg_puts("FAULT HANDLER: ");
	microkit_dbg_puts(kinds[fault->kind]);
	microkit_dbg_puts(" from ");
	print_thread();
	if (fault->kind != CAUSEWAY_FAULT_EXCEPTION) {
		microkit_dbg_puts(" on address ");
		causeway_print_address(fault->address);
	}
	microkit_dbg_puts(", pc = ");
	causeway_print_address(fault->pc);
	microkit_dbg_puts("\n");
}
