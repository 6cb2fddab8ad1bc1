#include <camkes.h>

int run(void)
{
	shop_order("bread");
	shop_wait_notification();
	puts("customer: it is ready");
	return 0;
}
