#include <camkes.h>

int run(void)
{
	int first = meter_read(7), second = meter_read(7);
	printf("reader: %d, then %d\n", first, second);
	return 0;
}
