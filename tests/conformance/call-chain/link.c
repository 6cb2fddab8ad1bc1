#include "conformance.h"

static seL4_Word ask(seL4_Word depth)
{
	if (!(microkit_pps & 2))
		return depth;
	microkit_mr_set(0, depth + 1);
	microkit_ppcall(1, microkit_msginfo_new(0, 1));
	return microkit_mr_get(0);
}

void init(void)
{
	if (!(microkit_pps & 2))
		say("is the last");
	if (microkit_name[0] == 'o')
		say_number("links above:", ask(0));
}

void notified(microkit_channel channel)
{
	(void)channel;
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	(void)info;
	seL4_Word depth = microkit_mr_get(0);
	say_number("depth", depth);
	microkit_mr_set(0, ask(depth));
	return microkit_msginfo_new(0, 1);
}
