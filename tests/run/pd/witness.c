/*
 * Has memory of its own, and a region, in which it must find what it left there after another domain has
 * tried to get out of its own: the domain "last" runs then, or the domain "notified" is, and tells this one.
 */
#include <microkit.h>

#include <stdio.h>
#include <string.h>

enum { WORDS = 16384, REGION_WORDS = 1024 };

static unsigned memory[WORDS];

/* NULL in the two others. */
volatile unsigned *region;

static unsigned pattern(unsigned i)
{
	return i * 2654435761u + 12345;
}

void init(void)
{
	if (!strcmp(microkit_name, "last"))
		microkit_notify(0);
	if (!region)
		return;
	for (unsigned i = 0; i < WORDS; i++)
		memory[i] = pattern(i);
	for (unsigned i = 0; i < REGION_WORDS; i++)
		region[i] = pattern(i);
}

void notified(microkit_channel channel)
{
	unsigned damaged = 0;
	(void)channel;
	if (!region) {
		microkit_notify(1);
		return;
	}
	for (unsigned i = 0; i < WORDS; i++)
		damaged += memory[i] != pattern(i);
	for (unsigned i = 0; i < REGION_WORDS; i++)
		damaged += region[i] != pattern(i);
	printf("witness: damaged words: %u\n", damaged);
}
