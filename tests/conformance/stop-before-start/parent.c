#include "conformance.h"

void init(void)
{
	say("stops it");
	microkit_pd_stop(1);
}

void notified(microkit_channel channel)
{
	say_number("notified", channel);
	microkit_pd_resume(1);
}
