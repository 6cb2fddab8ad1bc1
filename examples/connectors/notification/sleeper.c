#include <camkes.h>

int run(void)
{
	ring_wait();
	puts("sleeper: awake");
	printf("sleeper: another ring: %d\n", ring_poll());
	return 0;
}
