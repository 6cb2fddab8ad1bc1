/*
 * A heap in one piece of memory: the component's malloc. Free blocks are in lists by size, so finding one
 * takes a constant number of steps; neighbours that are free are joined at once. Blocks and the bookkeeping
 * between them lie in the piece itself. A pointer that is not a block in use is never followed: the component
 * is stopped instead.
 */
#ifndef CAMKES_HEAP_H
#define CAMKES_HEAP_H

#include <stddef.h>
#include <stdint.h>

enum { CAUSEWAY_HEAP_ALIGNMENT = 16, CAUSEWAY_HEAP_LISTS = 320 };

struct causeway_heap_block;

/* All zero is a heap that holds nothing. */
struct causeway_heap {
	struct causeway_heap_block *lists[CAUSEWAY_HEAP_LISTS];
	uint64_t occupied[CAUSEWAY_HEAP_LISTS / 64]; /* a bit per list that is not empty */
	struct causeway_heap_block *first;
	struct causeway_heap_block *last; /* the end mark: always in use, without room */
};

void causeway_heap_create(struct causeway_heap *heap, void *area, size_t size);

/* ALIGNMENT is a power of two. NULL when there is no room. */
void *causeway_heap_allocate(struct causeway_heap *heap, size_t size, size_t alignment);
void causeway_heap_release(struct causeway_heap *heap, void *pointer);

/* Keeps the contents, up to the smaller size; may move. NULL when there is no room, and nothing changed. */
void *causeway_heap_resize(struct causeway_heap *heap, void *pointer, size_t size);

/* Bytes that a block has room for. */
size_t causeway_heap_room(const struct causeway_heap *heap, const void *pointer);

#endif
