#include "conformance.h"

void init(void)
{
}

void notified(microkit_channel channel)
{
	microkit_ppcall(channel, microkit_msginfo_new(0, 0));
}
