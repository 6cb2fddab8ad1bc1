#include "base/intern.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

struct entry {
	const char *text;
	size_t length;
	uint64_t hash;
};

struct intern {
	struct arena *arena;
	struct entry *entries;
	size_t count;
	size_t capacity; /* a power of two */
};

enum { FIRST_CAPACITY = 256 };

static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * 0x9e3779b97f4a7c15u; /* 2^64 / the golden ratio: its bits are well spread */
	return hash ^ hash >> 32;
}

/* Eight bytes at a time; names are hardly longer than two such steps. */
static uint64_t hash_text(const char *text, size_t length)
{
	uint64_t hash = length, word = 0;
	for (; length >= sizeof word; text += sizeof word, length -= sizeof word) {
		memcpy(&word, text, sizeof word);
		hash = mix(hash, word);
	}
	word = 0;
	for (size_t i = 0; i < length; i++)
		word = word << 8 | (unsigned char)text[i];
	return mix(hash, word);
}

struct intern *intern_create(struct arena *arena)
{
	struct intern *table = ARENA_NEW(arena, struct intern);
	table->arena = arena;
	table->capacity = FIRST_CAPACITY;
	table->entries = ARENA_ARRAY(arena, struct entry, table->capacity);
	return table;
}

static struct entry *find(struct entry *entries, size_t capacity, const char *text, size_t length,
			  uint64_t hash)
{
	for (size_t i = hash & (capacity - 1);; i = (i + 1) & (capacity - 1)) {
		struct entry *entry = &entries[i];
		if (!entry->text)
			return entry;
		if (entry->hash == hash && entry->length == length && !memcmp(entry->text, text, length))
			return entry;
	}
}

static void grow(struct intern *table)
{
	size_t capacity = table->capacity * 2;
	struct entry *entries = ARENA_ARRAY(table->arena, struct entry, capacity);
	for (size_t i = 0; i < table->capacity; i++) {
		struct entry *entry = &table->entries[i];
		if (entry->text)
			*find(entries, capacity, entry->text, entry->length, entry->hash) = *entry;
	}
	table->entries = entries;
	table->capacity = capacity;
}

const char *intern_text(struct intern *table, const char *text, size_t length)
{
	if (table->count * 2 >= table->capacity)
		grow(table);
	uint64_t hash = hash_text(text, length);
	struct entry *entry = find(table->entries, table->capacity, text, length, hash);
	if (!entry->text) {
		*entry = (struct entry){ arena_strndup(table->arena, text, length), length, hash };
		table->count++;
	}
	return entry->text;
}

const char *intern_cstr(struct intern *table, const char *text)
{
	return intern_text(table, text, strlen(text));
}

const char *intern_format(struct intern *table, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	const char *text = arena_vformat(table->arena, format, arguments);
	va_end(arguments);
	return intern_cstr(table, text);
}
