#include <camkes.h>

int counter_number(void)
{
	return 10 * counter_num_clients() + (int)counter_get_sender_id();
}
