/* Has the runtime write a badge to an address that is not aligned. */
#include <camkes.h>
#include <stdio.h>

static volatile int one = 1;

int run(void)
{
	static char bytes[2 * sizeof(seL4_Word)];
	tick_emit();
	seL4_Poll(tock_notification(), (seL4_Word *)(void *)(bytes + one));
	printf("%s: ends\n", get_instance_name());
	return 0;
}
