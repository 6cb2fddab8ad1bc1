#include <camkes.h>

void signal_callback(seL4_Word badge)
{
	printf("sink: called back, as expected: %s\n", badge == signal_notification_badge() ? "yes" : "no");
}
