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
	(void)reply;
	say_number("child", child);
	say_number("is a VM fault", microkit_msginfo_get_label(info) == seL4_Fault_VMFault);
	say_number("words", microkit_msginfo_get_count(info));
	say_number("address", microkit_mr_get(seL4_VMFault_Addr));
	say_number("fetching", microkit_mr_get(seL4_VMFault_PrefetchFault));
	return seL4_False;
}
