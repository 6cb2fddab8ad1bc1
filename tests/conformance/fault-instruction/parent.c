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
	say_number("is a user exception", microkit_msginfo_get_label(info) == seL4_Fault_UserException);
	say_number("words", microkit_msginfo_get_count(info));
	say_number("has a place", microkit_mr_get(seL4_UserException_FaultIP) != 0);
	return seL4_False;
}
