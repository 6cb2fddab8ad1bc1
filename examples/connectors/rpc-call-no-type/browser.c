#include <camkes.h>

int run(void)
{
	printf("browser: a loaf is %d\n", shop_price("loaf"));
	return 0;
}
