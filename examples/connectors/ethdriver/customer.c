#include <camkes.h>

extern void *shop_buf;

int run(void)
{
	snprintf(shop_buf, 1500, "a frame");
	printf("customer: %d bytes are out\n", shop_send(7));
	return 0;
}
