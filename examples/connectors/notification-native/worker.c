#include <camkes.h>

int run(void)
{
	volatile int *count = result;
	for (int i = 1; i <= 3; i++) {
		*count = i;
		result_release();
		done_emit();
	}
	return 0;
}
