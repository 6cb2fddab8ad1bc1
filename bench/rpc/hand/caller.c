#include "calls.h"
#include "timing.h"

void init(void)
{
	static char text[STRING], bytes[ARRAY];
	memset(text, 'x', STRING - 1);
	memset(bytes, 1, ARRAY);
	BENCH("hand add", add(i, 1 - i), 1);
	BENCH("hand string", measure(text), STRING - 1);
	BENCH("hand array", sum(ARRAY, bytes), 2);
}

void notified(microkit_channel channel)
{
	(void)channel;
}
