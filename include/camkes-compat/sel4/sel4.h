/*
 * As much of libsel4 as a component can have: its types, and seL4_Yield. Capabilities stay with the Core
 * Platform, so the system calls on them are errors at compile time.
 */
#ifndef CAMKES_COMPAT_SEL4_H
#define CAMKES_COMPAT_SEL4_H

#include "../../causeway/sel4_types.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { seL4_CapNull = 0, seL4_PageBits = 12 };

/* Lets the other threads of the component, and then other components of the same priority, run. */
void causeway_component_yield(void);

static inline void seL4_Yield(void)
{
	causeway_component_yield();
}

#define CAUSEWAY_HAS_NO(call)                                                                                \
	void call(seL4_CPtr capability, ...) __attribute__((                                                 \
		error(#call " works on a capability, which a protection domain does not hold; "              \
			    "use the interfaces of the component instead")))

CAUSEWAY_HAS_NO(seL4_Send);
CAUSEWAY_HAS_NO(seL4_NBSend);
CAUSEWAY_HAS_NO(seL4_Call);
CAUSEWAY_HAS_NO(seL4_Recv);
CAUSEWAY_HAS_NO(seL4_ReplyRecv);
CAUSEWAY_HAS_NO(seL4_NBRecv);
CAUSEWAY_HAS_NO(seL4_Signal);
CAUSEWAY_HAS_NO(seL4_Wait);
CAUSEWAY_HAS_NO(seL4_Poll);

#undef CAUSEWAY_HAS_NO

#ifdef __cplusplus
}
#endif

#endif
