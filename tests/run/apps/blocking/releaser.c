#include <camkes.h>

int run(void)
{
	r_release();
	return 0;
}
