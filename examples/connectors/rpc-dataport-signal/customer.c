#include <camkes.h>

extern void *shop_buf;

int run(void)
{
	shop_order();
	seL4_Wait(shop_notification(), NULL);
	printf("customer: %s\n", (char *)shop_buf);
	return 0;
}
