#include <camkes.h>

int run(void)
{
	snprintf(page, 4096, "the end of page %d", 1);
	page_release();
	written_emit();
	return 0;
}
