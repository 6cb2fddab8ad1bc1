/* Notifies channel 0 far more often than a trace can hold before it is written, then faults. */
#include <microkit.h>
#include <stdlib.h>

enum { OFTEN = 100000 };

void init(void)
{
	for (int i = 0; i < OFTEN; i++)
		microkit_notify(0);
	abort();
}

void notified(microkit_channel channel)
{
	(void)channel;
}
