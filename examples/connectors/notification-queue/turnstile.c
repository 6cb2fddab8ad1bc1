#include <camkes.h>

int run(void)
{
	for (int i = 0; i < 5; i++)
		entry_emit();
	closing_emit();
	return 0;
}
