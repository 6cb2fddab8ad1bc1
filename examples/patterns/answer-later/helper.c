#include <camkes.h>

int run(void)
{
	puts("helper: a hint");
	hint_emit();
	return 0;
}
