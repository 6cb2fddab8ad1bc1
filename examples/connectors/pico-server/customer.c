#include <camkes.h>

extern void *shop_buf;

int run(void)
{
	snprintf((char *)shop_buf, shop_get_size(), "a long list");
	int items = shop_order(3);
	printf("customer: %d items, %s\n", items, (char *)shop_buf);
	return 0;
}
