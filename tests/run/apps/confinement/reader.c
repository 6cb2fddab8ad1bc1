#include <camkes.h>
#include <stdio.h>

int run(void)
{
	tried_emit();
	printf("reader: read %u from memory that is not its own\n", *(volatile unsigned *)0x3000000);
	return 0;
}
