/*
 * Showing a fault. The runtime does it in CAmkES' words, and the monitor after it.
 */
#ifndef CAMKES_FAULT_H
#define CAMKES_FAULT_H

#include <stdbool.h>
#include <stddef.h>

#include "../camkes-compat/sel4/sel4.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
	uintptr_t start;
	uintptr_t end;
	const char *name;
} camkes_memory_region_t;

void camkes_show_fault(seL4_MessageInfo_t info, seL4_CPtr thread, const char *name, bool tcb_caps_available,
		       const camkes_memory_region_t *memory_map)
	__attribute__((error(
		"faults are shown by the runtime; a parent protection domain takes them in its fault() entry "
		"point")));

#ifdef __cplusplus
}
#endif

#endif
