#include <camkes.h>

int run(void)
{
	int coins[] = { 2, 1, 1 };
	char *receipt;
	int change = shop_buy("bread", 3, coins, &receipt);
	printf("%s: %s, %d back\n", get_instance_name(), receipt, change);
	free(receipt);
	return 0;
}
