/* Answers calls: label plus one, each word plus seven. Passes on who called when it calls channel 1 itself.
 */
#include <microkit.h>
#include <stdio.h>

void init(void)
{
	printf("%s: init\n", microkit_name);
}

void notified(microkit_channel channel)
{
	printf("%s: notified on %u\n", microkit_name, channel);
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	if (channel)
		printf("%s: called on %u\n", microkit_name, channel);
	seL4_Word count = microkit_msginfo_get_count(info);
	for (seL4_Word i = 0; i < count; i++)
		microkit_mr_set((seL4_Uint8)i, microkit_mr_get((seL4_Uint8)i) + 7);
	return microkit_msginfo_new(microkit_msginfo_get_label(info) + 1, (seL4_Uint16)count);
}
