#include <camkes.h>
#include <string.h>

/* Overruns the stack a little, and would come back. */
static int dig(char *lower)
{
	char space[256];
	memset(space, 1, sizeof space);
	__asm__ volatile("" : : "r"(space) : "memory");
	return space < lower ? space[0] : space[0] + dig(lower);
}

int run(void)
{
	char here = 0;
	dig(&here - 4096);
	printf("still here\n");
	return 0;
}
