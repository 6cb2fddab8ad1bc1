/*
 * Growing arrays of any type, in an arena. `VEC(int) numbers;` declares one; zeroed memory is an empty one.
 * Items move when the array grows: keep indices, not pointers to items (arrays of pointers are free of this).
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#define VEC(type)                                                                                            \
	struct {                                                                                             \
		type *items;                                                                                 \
		size_t count;                                                                                \
		size_t capacity;                                                                             \
	}

/* Makes room for one more item and returns where the items are now. */
void *vec_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t item_size);

#define VEC_PUSH(arena, vec, ...)                                                                            \
	((vec)->items =                                                                                      \
		 vec_grow((arena), (vec)->items, (vec)->count, &(vec)->capacity, sizeof *(vec)->items),      \
	 (vec)->items[(vec)->count++] = __VA_ARGS__)

/* Starts an empty vector with ROOM for items, where the usual first room would be too much. */
#define VEC_RESERVE(arena, vec, room)                                                                        \
	((vec)->items = arena_array((arena), (room), sizeof *(vec)->items), (vec)->capacity = (room))

#endif
