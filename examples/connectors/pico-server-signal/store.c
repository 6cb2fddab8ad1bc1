#include <camkes.h>

void counter_order(const char *what)
{
	printf("store: %s for customer %d of %d\n", what, (int)counter_get_sender_id(),
	       counter_num_clients());
	counter_emit((unsigned)counter_largest_badge());
}
