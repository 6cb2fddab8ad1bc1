#include <camkes.h>

int run(void)
{
	written_wait();
	page_acquire();
	printf("reader: %s, of %zu bytes\n", (char *)page, page_get_size());
	return 0;
}
