#include "base/vec.h"

#include <string.h>

enum { FIRST_SIZE = 64 };

void *vec_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t item_size)
{
	if (count < *capacity)
		return items;
	/* Most arrays stay small: begin with about a cache line. */
	size_t first = item_size <= FIRST_SIZE / 2 ? FIRST_SIZE / item_size : 2;
	*capacity = *capacity ? *capacity * 2 : first;
	void *grown = arena_array(arena, *capacity, item_size);
	if (count)
		memcpy(grown, items, count * item_size);
	return grown;
}
