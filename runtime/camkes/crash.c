#include "crash.h"

#include "causeway/component.h"
#include "microkit.h"

void causeway_component_crash(const char *message, const char *detail)
{
	microkit_dbg_puts(causeway_g_component.instance);
	microkit_dbg_puts(": ");
	microkit_dbg_puts(message);
	if (detail) {
		microkit_dbg_puts(" (");
		microkit_dbg_puts(detail);
		microkit_dbg_puts(")");
	}
	microkit_dbg_puts("\n");
	__builtin_trap();
}
