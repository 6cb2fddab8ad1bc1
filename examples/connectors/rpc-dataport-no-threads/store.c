#include <camkes.h>

#include <string.h>

int counter_order(int items)
{
	char *list = counter_buf(counter_enumerate_badge((unsigned)counter_get_sender_id()));
	printf("store: %s in %zu bytes\n", list,
	       counter_buf_size(counter_enumerate_badge((unsigned)counter_get_sender_id())));
	strcpy(list, "all in the bag");
	return items;
}
