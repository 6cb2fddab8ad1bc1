#include <camkes.h>

#include <string.h>

void counter_order(void)
{
	strcpy(counter_buf(counter_get_sender_id()), "fresh bread");
	counter_emit((unsigned)counter_get_sender_id());
}
