/* The first line of the input is how many milliseconds the system is to run; each character that follows
 * stirs a worker. */
#include "stress.h"

#include <causeway/terminal.h>

enum { INPUT = 20 };

volatile struct stress *stress;
struct device_terminal *terminal;

void init(void)
{
	printf("terminal: waits for a number\n");
}

static void type(int character)
{
	static uint64_t milliseconds;
	if (stress->end) {
		tell(any_worker());
	} else if (character >= '0' && character <= '9') {
		milliseconds = milliseconds * 10 + (unsigned)(character - '0');
	} else {
		stress->end = causeway_time() + milliseconds * 1000000;
		tell(CLOCK);
	}
}

void notified(microkit_channel channel)
{
	if (channel != INPUT) {
		take(channel);
		return;
	}
	for (int character; (character = causeway_terminal_get(terminal)) >= 0;)
		type(character);
	microkit_irq_ack(INPUT);
}
