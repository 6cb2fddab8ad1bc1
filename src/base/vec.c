#include "base/vec.h"

#include <string.h>

void *vec_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t item_size)
{
	if (count < *capacity)
		return items;
	*capacity = *capacity ? *capacity * 2 : 8;
	void *grown = arena_array(arena, *capacity, item_size);
	if (count)
		memcpy(grown, items, count * item_size);
	return grown;
}
