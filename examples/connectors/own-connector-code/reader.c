#include <camkes.h>

int run(void)
{
	int first = meter_read(7), again = meter_read(7);
	meter_forget();
	printf("reader: %d, %d, then %d\n", first, again, meter_read(7));
	printf("reader: unit 9 says %d\n", meter_read(9));
	return 0;
}
