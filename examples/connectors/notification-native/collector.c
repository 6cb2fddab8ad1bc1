#include <camkes.h>

int run(void)
{
	volatile int *first = left, *second = right;
	while (*first < 3 || *second < 3) {
		done_wait();
		printf("collector: %d and %d\n", *first, *second);
	}
	printf("collector: nothing is left: %d\n", done_poll());
	return 0;
}
