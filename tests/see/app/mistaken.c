/* Makes the mistake that its attribute has the number of; what it depends on is out of the compiler's sight. */
#include <camkes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

enum { NONE, OVERFLOW, HEAP, UNINITIALISED, INDEX, SHIFT, NULL_POINTER, DIVISION, ALIGNMENT, EXIT };

static volatile int one = 1;

static int beyond_the_heap(void)
{
	int *numbers = malloc(4 * sizeof *numbers);
	numbers[3 + one] = 1;
	return numbers[0];
}

static int not_initialised(void)
{
	int *numbers = malloc(4 * sizeof *numbers);
	return numbers[one] ? 5 : 6;
}

static int make(int number)
{
	static int array[4];
	static char bytes[16];
	switch (number) {
	case OVERFLOW:
		return INT_MAX + one;
	case HEAP:
		return beyond_the_heap();
	case UNINITIALISED:
		return not_initialised();
	case INDEX:
		return array[3 + one];
	case SHIFT:
		return one << (31 + one);
	case NULL_POINTER:
		return *(int *)(long)(one - 1);
	case DIVISION:
		return one / (one - 1);
	case ALIGNMENT:
		return *(int *)(bytes + one);
	case EXIT:
		exit(3);
	default:
		return 0;
	}
}

int run(void)
{
	printf("%s: begins\n", get_instance_name());
	volatile int result = make(mistake);
	printf("%s: ends %d\n", get_instance_name(), result > 0);
	return 0;
}
