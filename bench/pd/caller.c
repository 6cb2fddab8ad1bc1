/* Calls the protected procedure of channel 0. */
#include "measure.h"

static void call(void)
{
	microkit_mr_set(0, 1);
	microkit_ppcall(0, microkit_msginfo_new(0, 1));
}

void init(void)
{
	measure(call, 20000);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
