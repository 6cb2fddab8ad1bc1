#include <camkes.h>

#include "timing.h"
#include "work.h"

int run(void)
{
	static char text[STRING], bytes[ARRAY];
	memset(text, 'x', STRING - 1);
	memset(bytes, 1, ARRAY);
	BENCH("ppc add", ppc_add(i, 1 - i), 1);
	BENCH("ppc string", ppc_measure(text), STRING - 1);
	BENCH("ppc array", ppc_sum(ARRAY, bytes), 2);
	BENCH("queue add", queue_add(i, 1 - i), 1);
	BENCH("queue string", queue_measure(text), STRING - 1);
	BENCH("queue array", queue_sum(ARRAY, bytes), 2);
	return 0;
}
