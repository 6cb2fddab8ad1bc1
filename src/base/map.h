/*
 * Hash map from a pointer (most often an interned string) to a pointer, in an arena. It has no iteration on
 * purpose: the order of addresses must never reach an output. Keep a vector beside it where order matters.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"

struct map_entry {
	const void *key;
	void *value;
};

/* Zeroed memory is an empty map. Keys are not NULL; neither are values. */
struct map {
	struct map_entry *entries;
	size_t count;
	size_t capacity;
};

/* Makes room for COUNT entries at once, in an empty map. */
void map_reserve(struct arena *arena, struct map *map, size_t count);

void *map_get(const struct map *map, const void *key);
void map_set(struct arena *arena, struct map *map, const void *key, void *value);

#endif
