#include "conformance.h"

seL4_Word plain_address, plain_size, placed_physical, plain_physical, large_physical, child_id, two_channel;

void init(void)
{
	say_number("plain address", plain_address);
	say_number("plain size", plain_size);
	say_number("placed", placed_physical);
	say_number("plain is aligned", plain_physical && plain_physical % 0x1000 == 0);
	say_number("large is aligned", large_physical && large_physical % 0x200000 == 0);
	say_number("they are apart",
		   plain_physical + 0x3000 <= large_physical || large_physical + 0x200000 <= plain_physical);
	say_number("child", child_id);
	say_number("channel", two_channel);
	microkit_notify((microkit_channel)two_channel);
}

void notified(microkit_channel channel)
{
	(void)channel;
}

seL4_Bool fault(microkit_child child, microkit_msginfo info, microkit_msginfo *reply)
{
	(void)child;
	(void)info;
	(void)reply;
	return seL4_False;
}
