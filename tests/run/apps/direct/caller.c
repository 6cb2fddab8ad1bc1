#include <camkes.h>

static int numbers[] = { 1, 2, 3 };
static const char text[] = "text";

int here_change(const size_t *numbers_sz, int **given, const char *given_text, int *number)
{
	printf("the same array: %s, the same string: %s\n", *given == numbers ? "yes" : "no",
	       given_text == text ? "yes" : "no");
	(*given)[*numbers_sz - 1] = 30;
	return ++*number;
}

void here_nothing(void)
{
	printf("nothing\n");
}

int run(void)
{
	int *pointer = numbers, number = 41;
	size_t count = 3;
	int result = there_change(&count, &pointer, text, &number);
	printf("%d, %d, %d\n", result, number, numbers[2]);
	there_nothing();
	return 0;
}
