/*
 * As much of libsel4 as a component can have: its types, seL4_Yield, and waiting for notifications that
 * CAmkES hands out. Other capabilities stay with the Core Platform, so the system calls on them are errors at
 * compile time.
 */
#ifndef CAMKES_COMPAT_SEL4_H
#define CAMKES_COMPAT_SEL4_H

#include "../../causeway/sel4_types.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { seL4_CapNull = 0, seL4_PageBits = 12 };

/* What a capability lets its holder do, in the kernel's layout: write, read, grant, grant a reply. */
typedef struct seL4_CapRights {
	seL4_Uint64 words[1];
} seL4_CapRights_t;

static inline seL4_CapRights_t seL4_CapRights_new(seL4_Uint64 grant_reply, seL4_Uint64 grant,
						  seL4_Uint64 read, seL4_Uint64 write)
{
	seL4_CapRights_t rights;
	rights.words[0] = (grant_reply & 1) << 3 | (grant & 1) << 2 | (read & 1) << 1 | (write & 1);
	return rights;
}

static inline seL4_Uint64 seL4_CapRights_get_capAllowRead(seL4_CapRights_t rights)
{
	return rights.words[0] >> 1 & 1;
}

static inline seL4_Uint64 seL4_CapRights_get_capAllowWrite(seL4_CapRights_t rights)
{
	return rights.words[0] & 1;
}

/* Lets the other threads of the component, and then other components of the same priority, run. */
void causeway_component_yield(void);

static inline void seL4_Yield(void)
{
	causeway_component_yield();
}

/*
 * Waits on a notification that CAmkES handed out (<interface>_notification()); takes all badges that have
 * come. BADGE may be NULL.
 */
void causeway_component_wait(seL4_CPtr notification, seL4_Word *badge);
void causeway_component_poll(seL4_CPtr notification, seL4_Word *badge); /* 0: none has come */
void causeway_component_signal(seL4_CPtr notification);

static inline void seL4_Wait(seL4_CPtr notification, seL4_Word *badge)
{
	causeway_component_wait(notification, badge);
}

static inline seL4_MessageInfo_t seL4_Poll(seL4_CPtr notification, seL4_Word *badge)
{
	causeway_component_poll(notification, badge);
	return seL4_MessageInfo_new(0, 0, 0, 0);
}

static inline void seL4_Signal(seL4_CPtr notification)
{
	causeway_component_signal(notification);
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
CAUSEWAY_HAS_NO(seL4_CNode_Copy);
CAUSEWAY_HAS_NO(seL4_CNode_Mint);
CAUSEWAY_HAS_NO(seL4_CNode_Move);
CAUSEWAY_HAS_NO(seL4_CNode_Delete);
CAUSEWAY_HAS_NO(seL4_CNode_Revoke);
CAUSEWAY_HAS_NO(seL4_CNode_SaveCaller);
CAUSEWAY_HAS_NO(seL4_TCB_Suspend);
CAUSEWAY_HAS_NO(seL4_TCB_Resume);
CAUSEWAY_HAS_NO(seL4_TCB_SetPriority);
CAUSEWAY_HAS_NO(seL4_TCB_BindNotification);
CAUSEWAY_HAS_NO(seL4_Untyped_Retype);

#undef CAUSEWAY_HAS_NO

int seL4_IRQHandler_Ack(seL4_CPtr handler)
	__attribute__((error("interrupts are acknowledged by <interface>_acknowledge()")));

#ifdef __cplusplus
}
#endif

#endif
