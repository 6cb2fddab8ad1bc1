#include <camkes.h>
#include <stdio.h>

int run(void)
{
	tried_emit();
	*(volatile unsigned *)shared = 1;
	puts("writer: wrote to memory that is mapped for reading");
	return 0;
}
