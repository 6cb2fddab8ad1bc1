/*
 * A fault of this protection domain, in words of its own. The monitor, which gets the fault, lets the domain
 * go on here once, on a stack that nothing else uses, and then reports the fault itself; unless it was the
 * overflow of a strand's stack, of which only the domain knows the strand.
 */
#include "kernel.h"
#include "native.h"
#include "self.h"

#include "abi/sel4_contract.h"
#include "abi/sel4_spec.h"
#include "causeway/causeway.h"

#include <stddef.h>

_Static_assert((int)SEL4_FAULT_DATA == (int)CAUSEWAY_FAULT_DATA &&
		       (int)SEL4_FAULT_INSTRUCTION == (int)CAUSEWAY_FAULT_INSTRUCTION &&
		       (int)SEL4_FAULT_EXCEPTION == (int)CAUSEWAY_FAULT_EXCEPTION,
	       "the monitor's words for kinds of faults");

enum { FAULT_STACK_SIZE = 2048 };
_Alignas(16) char sel4_fault_stack[FAULT_STACK_SIZE];
char *const sel4_fault_stack_top = sel4_fault_stack + FAULT_STACK_SIZE;

/* The linker script's. The tool maps nothing at these pages. */
extern const struct causeway_guard __start_causeway_guards[] __attribute__((weak));
extern const struct causeway_guard __stop_causeway_guards[] __attribute__((weak));

static const char *overflowed_strand(seL4_Word address)
{
	const struct causeway_guard *guard = __start_causeway_guards, *stop = __stop_causeway_guards;
	for (; guard != stop; guard++)
		if (address - (seL4_Word)guard->page < SEL4_PAGE)
			return guard->strand;
	return NULL;
}

void sel4_fault(seL4_Word kind, seL4_Word address, seL4_Word pc)
{
	struct causeway_fault fault = { (enum causeway_fault_kind)kind, address, pc };
	const char *strand = kind == CAUSEWAY_FAULT_EXCEPTION ? NULL : overflowed_strand(address);
	causeway_fault_seen(&fault);
	if (strand)
		sel4_report("overflowed the stack of strand '", strand, "'", pc);
	sel4_console_flush();
	arch_fault_at(strand ? SEL4_CRASH_ADDRESS : SEL4_TOLD_ADDRESS);
}
