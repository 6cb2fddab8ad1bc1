#include <camkes.h>

int run(void)
{
	printf("buyer: a roll is %d, ", shop_price("roll"));
	printf("and number %d is mine\n", shop_sell("roll"));
	return 0;
}
