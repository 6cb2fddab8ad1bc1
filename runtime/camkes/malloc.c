/*
 * The C library's allocation functions over the component's heap (morecore_area, morecore_size). They replace
 * the library's own, which would ask the kernel for memory; so all of the family must be here.
 */
#include "causeway/component.h"
#include "heap.h"

#include <errno.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

/* Constructors may allocate before init() runs, so the heap is made at its first use. */
static struct causeway_heap *the_heap(void)
{
	static struct causeway_heap heap;
	static bool created;
	if (!created) {
		created = true;
		causeway_heap_create(&heap, morecore_area, morecore_size);
	}
	return &heap;
}

static void *or_no_memory(void *pointer)
{
	if (!pointer)
		errno = ENOMEM;
	return pointer;
}

void *malloc(size_t size)
{
	return or_no_memory(causeway_heap_allocate(the_heap(), size, CAUSEWAY_HEAP_ALIGNMENT));
}

void free(void *pointer)
{
	if (pointer)
		causeway_heap_release(the_heap(), pointer);
}

void *calloc(size_t count, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(count, size, &bytes))
		return or_no_memory(NULL);
	/* Not malloc(): the compiler would make malloc and memset a call of calloc. */
	void *pointer = or_no_memory(causeway_heap_allocate(the_heap(), bytes, CAUSEWAY_HEAP_ALIGNMENT));
	return pointer ? memset(pointer, 0, bytes) : NULL;
}

void *realloc(void *pointer, size_t size)
{
	if (!pointer)
		return malloc(size);
	return or_no_memory(causeway_heap_resize(the_heap(), pointer, size));
}

static bool is_power_of_two(size_t number)
{
	return number && !(number & (number - 1));
}

void *aligned_alloc(size_t alignment, size_t size)
{
	if (!is_power_of_two(alignment)) {
		errno = EINVAL;
		return NULL;
	}
	return or_no_memory(causeway_heap_allocate(the_heap(), size, alignment));
}

void *memalign(size_t alignment, size_t size)
{
	return aligned_alloc(alignment, size);
}

int posix_memalign(void **result, size_t alignment, size_t size)
{
	if (!is_power_of_two(alignment) || alignment % sizeof(void *))
		return EINVAL;
	void *pointer = causeway_heap_allocate(the_heap(), size, alignment);
	if (!pointer)
		return ENOMEM;
	*result = pointer;
	return 0;
}

size_t malloc_usable_size(void *pointer)
{
	return pointer ? causeway_heap_room(the_heap(), pointer) : 0;
}
