#include "conformance.h"

void init(void)
{
}

void notified(microkit_channel channel)
{
	(void)channel;
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	for (unsigned i = 0; i < microkit_msginfo_get_count(info); i++)
		microkit_mr_set((seL4_Uint8)i, microkit_mr_get((seL4_Uint8)i) * 3);
	return microkit_msginfo_new(0, (seL4_Uint16)microkit_msginfo_get_count(info));
}
