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
	ZEROED_AT_ONCE = 4 * 1024,
	FORMATTED_AT_ONCE = 256,
	HUGE_PAGE_SIZE = 2 * 1024 * 1024,
	OUT_OF_MEMORY_STATUS = 70,
};

struct block {
	struct block *previous;
	size_t used;
	size_t zeroed; /* what lies before this is zero where it is not used */
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

static void *checked_malloc(size_t size)
{
	void *memory = malloc(size);
	if (!memory)
		out_of_memory();
	return memory;
}

struct arena *arena_create(void)
{
	struct arena *arena = checked_malloc(sizeof *arena);
	arena->current = NULL;
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

/* A block from the heap is zeroed as it is used: the last one of a small input is hardly used at all. */
static struct block *heap_block(size_t whole)
{
	struct block *block = checked_malloc(whole);
	*block = (struct block){ 0 };
	return block;
}

static struct block *add_block(struct arena *arena, size_t size)
{
	size_t whole = sizeof(struct block) + size;
	bool huge = whole >= HUGE_PAGE_SIZE;
	struct block *block = huge ? map_block(whole) : heap_block(whole);
	block->size = size;
	block->zeroed = huge ? size : 0;
	block->previous = arena->current;
	arena->current = block;
	return block;
}

/* Makes the block zero up to END. */
static void zero_to(struct block *block, size_t end)
{
	size_t more = end - block->zeroed > ZEROED_AT_ONCE ? end - block->zeroed : ZEROED_AT_ONCE;
	if (more > block->size - block->zeroed)
		more = block->size - block->zeroed;
	memset(block->memory + block->zeroed, 0, more);
	block->zeroed += more;
}

/* A large object gets a block of its own, put behind the current one so that the current one's rest stays
 * usable. */
static struct block *add_large(struct arena *arena, size_t size)
{
	struct block *current = arena->current;
	struct block *block = add_block(arena, size);
	if (current) {
		block->previous = current->previous;
		current->previous = block;
		arena->current = current;
	}
	return block;
}

/* A block with SIZE bytes to spare; SIZE comes out rounded up. */
static struct block *find_room(struct arena *arena, size_t *size)
{
	if (*size > SIZE_MAX / 2)
		out_of_memory();
	*size = (*size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
	if (*size > LARGE_OBJECT_SIZE)
		return add_large(arena, *size);
	struct block *block = arena->current;
	if (!block || block->size - block->used < *size) {
		block = add_block(arena, arena->next_size - sizeof *block);
		if (arena->next_size < BLOCK_SIZE_MAX)
			arena->next_size *= 2;
	}
	return block;
}

static void *take(struct block *block, size_t size)
{
	void *memory = block->memory + block->used;
	block->used += size;
	return memory;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	struct block *block = find_room(arena, &size);
	if (block->used + size > block->zeroed)
		zero_to(block, block->used + size);
	return take(block, size);
}

void *arena_alloc_unset(struct arena *arena, size_t size)
{
	struct block *block = find_room(arena, &size);
	if (block->used + size > block->zeroed)
		block->zeroed = block->used + size;
	return take(block, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		out_of_memory();
	return arena_alloc(arena, count * size);
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_alloc_unset(arena, length + 1);
	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return arena_strndup(arena, text, strlen(text));
}

char *arena_vformat(struct arena *arena, const char *format, va_list arguments)
{
	char first[FORMATTED_AT_ONCE];
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(first, sizeof first, format, again);
	va_end(again);
	if (length < 0)
		out_of_memory();
	if ((size_t)length < sizeof first)
		return arena_strndup(arena, first, (size_t)length);
	char *text = arena_alloc_unset(arena, (size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, arguments);
	return text;
}

char *arena_join(struct arena *arena, const char *folder, const char *name)
{
	size_t length = strlen(folder), rest = strlen(name);
	bool slash = length && folder[length - 1] != '/';
	char *path = arena_alloc_unset(arena, length + slash + rest + 1);
	memcpy(path, folder, length);
	if (slash)
		path[length] = '/';
	memcpy(path + length + slash, name, rest + 1);
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
