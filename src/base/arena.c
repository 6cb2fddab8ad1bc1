#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum {
	FIRST_BLOCK_SIZE = 64 * 1024,
	BLOCK_SIZE_MAX = 8 * 1024 * 1024,
	LARGE_OBJECT_SIZE = 16 * 1024,
	HUGE_PAGE_SIZE = 2 * 1024 * 1024,
	OUT_OF_MEMORY_STATUS = 70,
};

struct block {
	struct block *previous;
	size_t used;
	size_t size;
	size_t mapped; /* the length of the mapping that the block is; 0: it is from the heap */
	alignas(max_align_t) unsigned char memory[];
};

struct arena {
	struct block *current;
	size_t next_size;
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
	struct arena *arena = checked_calloc(sizeof *arena);
	arena->next_size = FIRST_BLOCK_SIZE;
	return arena;
}

/*
 * Large blocks are made of huge pages where the system has them: with a page fault for every 4 KiB, the
 * kernel takes a fifth of the time that a large input takes.
 */
static struct block *map_block(size_t size)
{
	size_t length = (size + HUGE_PAGE_SIZE - 1) & ~(size_t)(HUGE_PAGE_SIZE - 1);
	unsigned char *memory = mmap(NULL, length + HUGE_PAGE_SIZE, PROT_READ | PROT_WRITE,
				     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (memory == MAP_FAILED)
		out_of_memory();
	size_t before = -(uintptr_t)memory & (HUGE_PAGE_SIZE - 1);
	if (before)
		munmap(memory, before);
	memory += before;
	munmap(memory + length, HUGE_PAGE_SIZE - before);
	madvise(memory, length, MADV_HUGEPAGE);
	struct block *block = (struct block *)(void *)memory;
	block->mapped = length;
	return block;
}

static void free_block(struct block *block)
{
	if (block->mapped)
		munmap(block, block->mapped);
	else
		free(block);
}

void arena_destroy(struct arena *arena)
{
	for (struct block *block = arena->current; block;) {
		struct block *previous = block->previous;
		free_block(block);
		block = previous;
	}
	free(arena);
}

static struct block *add_block(struct arena *arena, size_t size)
{
	size_t whole = sizeof(struct block) + size;
	struct block *block = whole >= HUGE_PAGE_SIZE ? map_block(whole) : checked_calloc(whole);
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
	if (size > LARGE_OBJECT_SIZE)
		return alloc_large(arena, size);
	struct block *block = arena->current;
	if (!block || block->size - block->used < size) {
		block = add_block(arena, arena->next_size - sizeof *block);
		if (arena->next_size < BLOCK_SIZE_MAX)
			arena->next_size *= 2;
	}
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

char *arena_join(struct arena *arena, const char *folder, const char *name)
{
	size_t length = strlen(folder), rest = strlen(name);
	bool slash = length && folder[length - 1] != '/';
	char *path = arena_alloc(arena, length + slash + rest + 1);
	memcpy(path, folder, length);
	if (slash)
		path[length] = '/';
	memcpy(path + length + slash, name, rest);
	return path;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *text = arena_vformat(arena, format, arguments);
	va_end(arguments);
	return text;
}
