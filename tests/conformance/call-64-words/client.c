#include "conformance.h"

void init(void)
{
	for (unsigned count = 0; count <= 64; count += 4) {
		unsigned wrong = 0;
		for (unsigned i = 0; i < count; i++)
			microkit_mr_set((seL4_Uint8)i, 1000 + i);
		microkit_msginfo info = microkit_ppcall(0, microkit_msginfo_new(0, (seL4_Uint16)count));
		wrong += microkit_msginfo_get_count(info) != count;
		for (unsigned i = 0; i < count; i++)
			wrong += microkit_mr_get((seL4_Uint8)i) != 3 * (1000 + i);
		if (wrong)
			say_number("wrong with words", count);
	}
	say("done");
}

void notified(microkit_channel channel)
{
	(void)channel;
}
