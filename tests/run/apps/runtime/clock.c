#include <camkes.h>

/* No control thread: it lives in its callbacks. */
static void started(void *unused)
{
	(void)unused;
	int *number = (int *)count;
	++*number;
	count_release();
	tick_emit();
	start_reg_callback(started, NULL);
}

void start__init(void)
{
	start_reg_callback(started, NULL);
}
