#include <camkes.h>

int run(void)
{
	seL4_Word doors;
	seL4_Wait(bell_notification(), &doors);
	printf("porter: somebody is at doors 0x%lx\n", (unsigned long)doors);
	seL4_Poll(bell_notification(), &doors);
	printf("porter: nobody else: 0x%lx\n", (unsigned long)doors);
	return 0;
}
