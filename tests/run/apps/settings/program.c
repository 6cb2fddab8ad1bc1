#include <camkes.h>

#include <string.h>

extern size_t morecore_size;

/* On its own stack. */
static int fill(void)
{
	char array[depth];
	memset(array, 1, (size_t)depth);
	return array[depth - 1];
}

int run(void)
{
	if (!strcmp(get_instance_name(), "first"))
		turn_wait();
	printf("%s: a heap of %zu bytes, and %d of stack: %d\n", get_instance_name(), morecore_size, depth,
	       fill());
	next_emit();
	return 0;
}
