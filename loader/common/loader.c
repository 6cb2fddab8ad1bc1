#include "loader.h"

/* Sixteen bytes at a time: pieces begin at multiples of it and lie in whole pages. */
typedef struct {
	uint64_t words[2];
} chunk;

static void copy(chunk *to, const chunk *from, uint64_t size)
{
	const chunk *end = (const chunk *)((const char *)from + size);
	while (from < end) {
		chunk a = from[0], b = from[1];
		to[0] = a;
		to[1] = b;
		from += 2;
		to += 2;
	}
}

/* Copies in steps of 32 bytes: the tool stores pieces padded to 64 bytes. Memory ends at page boundaries. */
static void place(const struct sel4_image *image, const struct sel4_piece *piece)
{
	chunk *to = (chunk *)piece->destination;
	copy(to, (const chunk *)((const char *)image + piece->offset), piece->stored);
	arch_clean(piece->destination, piece->stored);
	arch_clear(piece->destination + piece->stored, piece->size - piece->stored);
}

void loader_main(void)
{
	const struct sel4_image *image = loader_end;
	const struct sel4_piece *pieces = (const struct sel4_piece *)(image + 1);
	if (image->magic != SEL4_IMAGE_MAGIC)
		arch_stop();
	arch_prepare(image);
	for (uint32_t i = 0; i < image->piece_count; i++)
		place(image, &pieces[i]);
	arch_enter_kernel(image);
}
