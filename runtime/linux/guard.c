#include "guard.h"

#include "kernel.h"

#include "abi/linux_boot.h"
#include "causeway/causeway.h"

#include <stddef.h>
#include <sys/mman.h>

/* The linker's names for the section's ends; both NULL in a program without strands. */
extern const struct causeway_guard __start_causeway_guards[] __attribute__((weak));
extern const struct causeway_guard __stop_causeway_guards[] __attribute__((weak));

long linux_guards_protect(void)
{
	const struct causeway_guard *guard = __start_causeway_guards, *stop = __stop_causeway_guards;
	long result = 0;
	for (; guard != stop && result >= 0; guard++)
		result = kernel_call(SYS_mprotect, (long)guard->page, LINUX_PAGE, PROT_NONE);
	return result;
}

const char *linux_guard_strand(uint64_t address)
{
	const struct causeway_guard *guard = __start_causeway_guards, *stop = __stop_causeway_guards;
	for (; guard != stop; guard++)
		if (address - (uint64_t)guard->page < LINUX_PAGE)
			return guard->strand;
	return NULL;
}
