#include <camkes.h>

static void bark(void *count)
{
	printf("dog: barks %d times\n", *(int *)count);
}

void ring__init(void)
{
	static int count = 2;
	ring_reg_callback(bark, &count);
}
