#include <camkes.h>

int run(void)
{
	signal_emit();
	return 0;
}
