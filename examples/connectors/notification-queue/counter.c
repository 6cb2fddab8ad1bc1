#include <camkes.h>

int run(void)
{
	int people = 0;
	closing_wait();
	while (entry_poll())
		people++;
	printf("counter: %d people went in\n", people);
	return 0;
}
