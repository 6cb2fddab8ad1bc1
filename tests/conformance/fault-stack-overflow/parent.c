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
	return seL4_False;
}
