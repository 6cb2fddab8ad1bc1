#include "conformance.h"

static seL4_Word calls;

/* The name's last character is the number. */
static void call(void)
{
	seL4_Word id = (seL4_Word)(microkit_name[5] - '0'), number = ++calls;
	microkit_mr_set(0, number);
	microkit_ppcall(0, microkit_msginfo_new(0, 1));
	if (microkit_mr_get(0) != number * 8 + id)
		say("has a wrong answer");
}

void init(void)
{
	call();
}

void notified(microkit_channel channel)
{
	call();
	if (channel == 1)
		microkit_notify(2);
	microkit_notify(4);
}
