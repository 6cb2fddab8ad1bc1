#include <camkes.h>

int run(void)
{
	volatile int *count = (volatile int *)table;
	for (int i = 0; i < 3; i++) {
		while (*count % 2 != turn)
			table_acquire();
		printf("%s: %d\n", get_instance_name(), *count);
		table_release();
		++*count;
	}
	return 0;
}
