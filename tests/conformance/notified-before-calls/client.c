#include "conformance.h"

void init(void)
{
}

void notified(microkit_channel channel)
{
	(void)channel;
	microkit_ppcall(0, microkit_msginfo_new(0, 0));
}
