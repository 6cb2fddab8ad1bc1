#include <camkes.h>

int mine_get(int depth)
{
	return depth;
}

int run(void)
{
	printf("%s: %d and %d\n", get_instance_name(), next_get(1), own_get(2));
	return 0;
}
