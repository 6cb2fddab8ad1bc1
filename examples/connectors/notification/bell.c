#include <camkes.h>

int run(void)
{
	ring_emit();
	return 0;
}
