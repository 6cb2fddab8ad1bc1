#include "base/map.h"

#include <stdint.h>

enum { FIRST_CAPACITY = 8 };

static struct map_entry *find(struct map_entry *entries, size_t capacity, const void *key)
{
	uint64_t hash = (uint64_t)(uintptr_t)key * 0x9e3779b97f4a7c15u;
	for (size_t i = (hash >> 32) & (capacity - 1);; i = (i + 1) & (capacity - 1))
		if (!entries[i].key || entries[i].key == key)
			return &entries[i];
}

void *map_get(const struct map *map, const void *key)
{
	return map->capacity ? find(map->entries, map->capacity, key)->value : NULL;
}

static void grow(struct arena *arena, struct map *map)
{
	size_t capacity = map->capacity ? map->capacity * 2 : FIRST_CAPACITY;
	struct map_entry *entries = ARENA_ARRAY(arena, struct map_entry, capacity);
	for (size_t i = 0; i < map->capacity; i++)
		if (map->entries[i].key)
			*find(entries, capacity, map->entries[i].key) = map->entries[i];
	map->entries = entries;
	map->capacity = capacity;
}

void map_reserve(struct arena *arena, struct map *map, size_t count)
{
	size_t capacity = FIRST_CAPACITY;
	if (map->count || !count)
		return;
	while (capacity < count * 2)
		capacity *= 2;
	map->entries = ARENA_ARRAY(arena, struct map_entry, capacity);
	map->capacity = capacity;
}

void map_set(struct arena *arena, struct map *map, const void *key, void *value)
{
	if (map->count * 2 >= map->capacity)
		grow(arena, map);
	struct map_entry *entry = find(map->entries, map->capacity, key);
	map->count += !entry->key;
	*entry = (struct map_entry){ key, value };
}
