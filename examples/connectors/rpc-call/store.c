#include <camkes.h>

int counter_buy(const char *what, size_t coins_sz, const int *coins, char **receipt)
{
	int sum = 0;
	for (size_t i = 0; i < coins_sz; i++)
		sum += coins[i];
	*receipt = malloc(64);
	snprintf(*receipt, 64, "%s for customer %d", what, (int)counter_get_sender_id());
	return sum - 3;
}
