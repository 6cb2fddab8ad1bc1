#include "conformance.h"

void init(void)
{
	say("init");
}

void notified(microkit_channel channel)
{
	(void)channel;
}

seL4_Bool fault(microkit_child child, microkit_msginfo info, microkit_msginfo *reply)
{
	(void)child;
	(void)reply;
	say_number("is a VM fault", microkit_msginfo_get_label(info) == seL4_Fault_VMFault);
	say_number("fetching", microkit_mr_get(seL4_VMFault_PrefetchFault));
	say_number("from where it was",
		   microkit_mr_get(seL4_VMFault_Addr) == microkit_mr_get(seL4_VMFault_IP));
	return seL4_False;
}
