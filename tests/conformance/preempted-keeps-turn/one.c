#include "conformance.h"

void init(void)
{
}

/* Its equal is ready when it is preempted. */
void notified(microkit_channel channel)
{
	say_number("notified", channel);
	microkit_notify(3);
	microkit_notify(1);
	say("goes on");
}
