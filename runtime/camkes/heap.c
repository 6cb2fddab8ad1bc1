#include "heap.h"

#include "crash.h"

#include <stdbool.h>
#include <string.h>

/*
 * A header stands before each block's room, and tells the room of the block before it too, so that both
 * neighbours can be reached. The links are in the room, of free blocks only.
 */
struct causeway_heap_block {
	size_t before; /* room of the block before; 0: this is the first */
	size_t room;   /* a multiple of 16; the lowest bit: in use */
	struct causeway_heap_block *next;
	struct causeway_heap_block *previous;
};

enum {
	HEADER = 16,
	UNIT = CAUSEWAY_HEAP_ALIGNMENT,
	IN_USE = 1,
	EXACT_LISTS = 16, /* one list per size below 256 bytes */
	EXACT_LIMIT = EXACT_LISTS * UNIT,
	EXACT_LIMIT_LOG2 = 8,
	STEPS_LOG2 = 3, /* above: eight lists per power of two */
};

static size_t room_of(const struct causeway_heap_block *block)
{
	return block->room & ~(size_t)IN_USE;
}

static bool in_use(const struct causeway_heap_block *block)
{
	return block->room & IN_USE;
}

static struct causeway_heap_block *after(const struct causeway_heap_block *block)
{
	return (struct causeway_heap_block *)((uintptr_t)block + HEADER + room_of(block));
}

static struct causeway_heap_block *before(const struct causeway_heap_block *block)
{
	return (struct causeway_heap_block *)((uintptr_t)block - HEADER - block->before);
}

static void *room_at(struct causeway_heap_block *block)
{
	return (char *)block + HEADER;
}

static void set_room(struct causeway_heap_block *block, size_t room, bool used)
{
	block->room = room | (used ? IN_USE : 0);
	after(block)->before = room;
}

static unsigned log2_of(size_t size)
{
	return 63u - (unsigned)__builtin_clzll((unsigned long long)size);
}

/* The list that a free block of this room is in. */
static unsigned list_of(size_t room)
{
	if (room < EXACT_LIMIT)
		return (unsigned)(room / UNIT);
	unsigned power = log2_of(room);
	unsigned step = (unsigned)(room >> (power - STEPS_LOG2)) & ((1u << STEPS_LOG2) - 1);
	unsigned list = EXACT_LISTS + ((power - EXACT_LIMIT_LOG2) << STEPS_LOG2) + step;
	return list < CAUSEWAY_HEAP_LISTS ? list : CAUSEWAY_HEAP_LISTS - 1;
}

static void add_free(struct causeway_heap *heap, struct causeway_heap_block *block)
{
	unsigned list = list_of(block->room);
	block->previous = NULL;
	block->next = heap->lists[list];
	if (block->next)
		block->next->previous = block;
	heap->lists[list] = block;
	heap->occupied[list / 64] |= (uint64_t)1 << list % 64;
}

static void remove_free(struct causeway_heap *heap, struct causeway_heap_block *block)
{
	unsigned list = list_of(block->room);
	if (block->next)
		block->next->previous = block->previous;
	if (block->previous)
		block->previous->next = block->next;
	else
		heap->lists[list] = block->next;
	if (!heap->lists[list])
		heap->occupied[list / 64] &= ~((uint64_t)1 << list % 64);
}

void causeway_heap_create(struct causeway_heap *heap, void *area, size_t size)
{
	memset(heap, 0, sizeof *heap);
	uintptr_t start = ((uintptr_t)area + UNIT - 1) & ~(uintptr_t)(UNIT - 1);
	uintptr_t end = ((uintptr_t)area + size) & ~(uintptr_t)(UNIT - 1);
	if (!area || end < start || end - start < 2 * HEADER + UNIT)
		return;
	heap->first = (struct causeway_heap_block *)start;
	heap->last = (struct causeway_heap_block *)(end - HEADER);
	heap->first->before = 0;
	set_room(heap->first, end - start - 2 * HEADER, false);
	heap->last->room = IN_USE;
	add_free(heap, heap->first);
}

/* The first list at or after FROM that has a block; CAUSEWAY_HEAP_LISTS if none has. */
static unsigned next_occupied(const struct causeway_heap *heap, unsigned from)
{
	for (unsigned word = from / 64; word < CAUSEWAY_HEAP_LISTS / 64; word++) {
		uint64_t bits = heap->occupied[word];
		if (word == from / 64)
			bits &= ~(uint64_t)0 << from % 64;
		if (bits)
			return word * 64 + (unsigned)__builtin_ctzll(bits);
	}
	return CAUSEWAY_HEAP_LISTS;
}

/* Every block of a later list than ROOM's fits; of its own list some may, so that one is searched last. */
static struct causeway_heap_block *find(struct causeway_heap *heap, size_t room)
{
	unsigned own = list_of(room), list = next_occupied(heap, own + 1);
	if (room < EXACT_LIMIT && heap->lists[own])
		return heap->lists[own];
	if (list < CAUSEWAY_HEAP_LISTS)
		return heap->lists[list];
	struct causeway_heap_block *block = heap->lists[own];
	while (block && block->room < room)
		block = block->next;
	return block;
}

/* Leaves BLOCK with ROOM, and gives what is beyond back, if a block can be made of it. */
static void trim(struct causeway_heap *heap, struct causeway_heap_block *block, size_t room)
{
	size_t rest = room_of(block) - room;
	if (rest < HEADER + UNIT)
		return;
	set_room(block, room, true);
	struct causeway_heap_block *free_block = after(block);
	set_room(free_block, rest - HEADER, true);
	causeway_heap_release(heap, room_at(free_block));
}

/* Room for SIZE bytes; 0: more than any heap has. */
static size_t room_for(size_t size)
{
	if (size > SIZE_MAX / 4)
		return 0;
	return size < UNIT ? UNIT : (size + UNIT - 1) & ~(size_t)(UNIT - 1);
}

/* Gives the start of BLOCK back, so that the room of what remains is aligned. There is enough of it. */
static struct causeway_heap_block *align(struct causeway_heap *heap, struct causeway_heap_block *block,
					 size_t alignment)
{
	uintptr_t start = (uintptr_t)room_at(block);
	uintptr_t aligned = (start + alignment - 1) & ~(uintptr_t)(alignment - 1);
	if (aligned == start)
		return block;
	while (aligned - start < HEADER + UNIT)
		aligned += alignment;
	size_t room = room_of(block), gap = aligned - start - HEADER;
	set_room(block, gap, true);
	struct causeway_heap_block *rest = after(block);
	set_room(rest, room - gap - HEADER, true);
	causeway_heap_release(heap, room_at(block));
	return rest;
}

void *causeway_heap_allocate(struct causeway_heap *heap, size_t size, size_t alignment)
{
	size_t room = room_for(size), slack = alignment > UNIT ? alignment + HEADER + UNIT : 0;
	if (!room || slack > SIZE_MAX / 4)
		return NULL;
	struct causeway_heap_block *block = find(heap, room + slack);
	if (!block)
		return NULL;
	remove_free(heap, block);
	set_room(block, block->room, true);
	if (slack)
		block = align(heap, block, alignment);
	trim(heap, block, room);
	return room_at(block);
}

/* The block of a pointer that the program gives back; what contradicts itself stops the component. */
static struct causeway_heap_block *block_of(const struct causeway_heap *heap, const void *pointer)
{
	struct causeway_heap_block *block = (struct causeway_heap_block *)((uintptr_t)pointer - HEADER);
	if (!heap->first || block < heap->first || block >= heap->last || (uintptr_t)pointer % UNIT)
		causeway_component_crash("free or realloc of a pointer that is not from malloc", NULL);
	if (!in_use(block))
		causeway_component_crash("free or realloc of memory that has been freed", NULL);
	size_t limit = (uintptr_t)heap->last - (uintptr_t)block - HEADER;
	if (room_of(block) > limit || after(block)->before != room_of(block))
		causeway_component_crash("the heap is damaged: something wrote beyond its block", NULL);
	return block;
}

void causeway_heap_release(struct causeway_heap *heap, void *pointer)
{
	struct causeway_heap_block *block = block_of(heap, pointer), *neighbour = after(block);
	size_t room = room_of(block);
	if (!in_use(neighbour)) {
		remove_free(heap, neighbour);
		room += HEADER + neighbour->room;
	}
	if (block->before && !in_use(before(block))) {
		block = before(block);
		remove_free(heap, block);
		room += HEADER + block->room;
	}
	set_room(block, room, false);
	add_free(heap, block);
}

void *causeway_heap_resize(struct causeway_heap *heap, void *pointer, size_t size)
{
	struct causeway_heap_block *block = block_of(heap, pointer), *neighbour = after(block);
	size_t room = room_for(size);
	if (!room)
		return NULL;
	if (room > room_of(block) && !in_use(neighbour) &&
	    room <= room_of(block) + HEADER + neighbour->room) {
		remove_free(heap, neighbour);
		set_room(block, room_of(block) + HEADER + neighbour->room, true);
	}
	if (room <= room_of(block)) {
		trim(heap, block, room);
		return pointer;
	}
	void *moved = causeway_heap_allocate(heap, size, UNIT);
	if (!moved)
		return NULL;
	memcpy(moved, pointer, room_of(block));
	causeway_heap_release(heap, pointer);
	return moved;
}

size_t causeway_heap_room(const struct causeway_heap *heap, const void *pointer)
{
	return room_of(block_of(heap, pointer));
}
