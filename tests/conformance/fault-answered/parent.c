#include "conformance.h"

static seL4_Word first_place;
static unsigned faults;

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
	(void)info;
	seL4_Word place = microkit_mr_get(seL4_VMFault_IP);
	if (++faults == 1)
		first_place = place;
	say_number("fault", faults);
	say_number("same place", place == first_place);
	say_number("address", microkit_mr_get(seL4_VMFault_Addr));
	if (faults == 3)
		return seL4_False;
	*reply = microkit_msginfo_new(0, 0);
	return seL4_True;
}
