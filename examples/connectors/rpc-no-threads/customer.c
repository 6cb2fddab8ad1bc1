#include <camkes.h>

int run(void)
{
	printf("%s: %d\n", get_instance_name(), shop_number());
	return 0;
}
