/* The calls of bench/rpc, marshalled by hand. */
#include "calls.h"
#include "rounds.h"

volatile unsigned *serial;

void init(void)
{
	rounds_prepare();
	ROUNDS_OF("hand add ", add((int)i, 1 - (int)i), 1);
	ROUNDS_OF("hand string ", measure(text), STRING - 1);
	ROUNDS_OF("hand array ", sum(ARRAY, bytes), 2);
	measure_put("done\n");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
