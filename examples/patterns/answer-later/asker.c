#include <camkes.h>

int run(void)
{
	printf("asker: the answer is %d\n", question_ask());
	return 0;
}
