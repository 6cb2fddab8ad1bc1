#include "lower/name.h"

#include <stdint.h>
#include <string.h>

enum { HASH_DIGITS = 6 };

static uint32_t hash(const char *text)
{
	uint32_t value = 0x811c9dc5u; /* FNV-1a */
	for (; *text; text++)
		value = (value ^ (unsigned char)*text) * 0x01000193u;
	return value & 0xffffffu;
}

static bool is_free(const struct name_table *table, const char *name)
{
	/* The Core Platform's tool keeps this name for itself. */
	return strcmp(name, "monitor") != 0 && !map_get(&table->used, name);
}

const char *name_for_instance(struct name_table *table, const char *dotted)
{
	struct compilation *compilation = table->compilation;
	char *plain = arena_strdup(compilation->arena, dotted);
	for (char *c = plain; *c; c++)
		if (*c == '.')
			*c = '_';
	const char *name = intern_cstr(compilation->names, plain);
	uint32_t suffix = hash(dotted);
	while (strlen(name) > table->max || !is_free(table, name)) {
		size_t room = table->max - HASH_DIGITS - 1, length = strlen(plain);
		name = intern_format(compilation->names, "%.*s_%06x", (int)(length < room ? length : room),
				     plain, suffix);
		suffix = (suffix + 1) & 0xffffffu;
	}
	map_set(compilation->arena, &table->used, name, plain);
	return name;
}
