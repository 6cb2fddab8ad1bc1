/* Blinks at its interval until a second timer ends it, and says so if any blink came too early. */
#include <camkes.h>

#include <stdio.h>

enum { BLINK = 0, END = 1 };

static const uint64_t millisecond = 1000000;

int run(void)
{
	uint64_t step = (uint64_t)interval * millisecond, next = timeout_time() + step;
	int blink = 0;
	timeout_periodic(BLINK, step);
	timeout_oneshot_relative(END, step * (uint64_t)blinks + step / 2);
	for (;;) {
		timeout_wait_notification();
		unsigned gone_off = timeout_completed();
		if (gone_off & 1u << BLINK) {
			printf("%s: blink %d%s\n", get_instance_name(), ++blink,
			       timeout_time() < next ? ", too early" : "");
			next += step;
		}
		if (gone_off & 1u << END)
			break;
	}
	timeout_stop(BLINK);
	printf("%s: off\n", get_instance_name());
	return 0;
}
