/* Calls channel 0 with messages of all sizes and checks the answers. */
#include <microkit.h>
#include <stdio.h>

static seL4_Word call(seL4_Word label, seL4_Word count)
{
	for (seL4_Word i = 0; i < count; i++)
		microkit_mr_set((seL4_Uint8)i, label * 1000 + i);
	microkit_msginfo reply = microkit_ppcall(0, microkit_msginfo_new(label, (seL4_Uint16)count));
	seL4_Word wrong =
		microkit_msginfo_get_label(reply) != label + 1 || microkit_msginfo_get_count(reply) != count;
	for (seL4_Word i = 0; i < count; i++)
		wrong += microkit_mr_get((seL4_Uint8)i) != label * 1000 + i + 7;
	return wrong;
}

void init(void)
{
	seL4_Word wrong = 0;
	for (seL4_Word count = 0; count <= MICROKIT_MAX_MESSAGE_WORDS; count++)
		wrong += call(100 + count, count);
	printf("%s: wrong answers: %lu\n", microkit_name, wrong);
}

void notified(microkit_channel channel)
{
	printf("%s: notified on %u\n", microkit_name, channel);
}
