#include <camkes.h>

#include "measure.h"
#include "rounds.h"

volatile unsigned *serial;

int run(void)
{
	rounds_prepare();
	serial = (volatile unsigned *)line;
	ROUNDS_OF("component add ", ppc_add((int)i, 1 - (int)i), 1);
	ROUNDS_OF("component string ", ppc_measure(text), STRING - 1);
	ROUNDS_OF("component array ", ppc_sum(ARRAY, bytes), 2);
	measure_put("done\n");
	return 0;
}
