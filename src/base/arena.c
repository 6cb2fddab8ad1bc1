#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 64 * 1024, OUT_OF_MEMORY_STATUS = 70 };

struct block {
	struct block *previous;
	size_t used;
	size_t size;
	alignas(max_align_t) unsigned char memory[];
};

struct arena {
	struct block *current;
};

static _Noreturn void out_of_memory(void)
{
	fputs("causeway: out of memory\n", stderr);
	exit(OUT_OF_MEMORY_STATUS);
}

static void *checked_calloc(size_t size)
{
	void *memory = calloc(1, size);
	if (!memory)
		out_of_memory();
	return memory;
}

struct arena *arena_create(void)
{
	return checked_calloc(sizeof(struct arena));
}

void arena_destroy(struct arena *arena)
{
	for (struct block *block = arena->current; block;) {
		struct block *previous = block->previous;
		free(block);
		block = previous;
	}
	free(arena);
}

static struct block *add_block(struct arena *arena, size_t size)
{
	struct block *block = checked_calloc(sizeof *block + size);
	block->size = size;
	block->previous = arena->current;
	arena->current = block;
	return block;
}

/* A large object gets a block of its own, put behind the current one so that the current one's rest stays
 * usable. */
static void *alloc_large(struct arena *arena, size_t size)
{
	struct block *current = arena->current;
	struct block *block = add_block(arena, size);
	block->used = size;
	if (current) {
		block->previous = current->previous;
		current->previous = block;
		arena->current = current;
	}
	return block->memory;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		out_of_memory();
	size = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
	if (size > BLOCK_SIZE / 4)
		return alloc_large(arena, size);
	struct block *block = arena->current;
	if (!block || block->size - block->used < size)
		block = add_block(arena, BLOCK_SIZE);
	void *memory = block->memory + block->used;
	block->used += size;
	return memory;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		out_of_memory();
	return arena_alloc(arena, count * size);
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_alloc(arena, length + 1);
	memcpy(copy, text, length);
	return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return arena_strndup(arena, text, strlen(text));
}

char *arena_vformat(struct arena *arena, const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0)
		out_of_memory();
	char *text = arena_alloc(arena, (size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, arguments);
	return text;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *text = arena_vformat(arena, format, arguments);
	va_end(arguments);
	return text;
}
