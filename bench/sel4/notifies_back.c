/* Notifies back. */
#include <microkit.h>

#ifdef DEFERRED
#define NOTIFY microkit_deferred_notify
#else
#define NOTIFY microkit_notify
#endif

void init(void)
{
}

void notified(microkit_channel channel)
{
	NOTIFY(channel);
}
