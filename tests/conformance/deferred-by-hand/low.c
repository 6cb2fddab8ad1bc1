#include "conformance.h"

void init(void)
{
	microkit_signal_msg = seL4_MessageInfo_new(0, 0, 0, 0);
	microkit_signal_cap = BASE_OUTPUT_NOTIFICATION_CAP + 3;
	microkit_have_signal = seL4_True;
	say("returns");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
