#include <camkes.h>

/* Constructors run before there are strands. */
__attribute__((constructor)) static void before_the_start(void)
{
	back_wait();
}

int run(void)
{
	return 0;
}
