#include <camkes.h>

int run(void)
{
	printf("waiter: %d\n", w_wait_for_event(41));
	printf("waiter: %d\n", w_wait_for_event(42));
	w_spin();
	printf("waiter: released\n");
	return 0;
}
