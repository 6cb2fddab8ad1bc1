/*
 * What freestanding C++ calls by itself: operators new and delete over the component's heap, under the names
 * that the ABI gives them (the Itanium C++ ABI, as GCC and Clang have it, where size_t is unsigned long).
 */
#include "crash.h"

#include <stddef.h>
#include <stdlib.h>

void *causeway_new(size_t size) __asm__("_Znwm");
void *causeway_new_array(size_t size) __asm__("_Znam");
void *causeway_new_aligned(size_t size, size_t alignment) __asm__("_ZnwmSt11align_val_t");
void *causeway_new_array_aligned(size_t size, size_t alignment) __asm__("_ZnamSt11align_val_t");
void causeway_delete(void *pointer) __asm__("_ZdlPv");
void causeway_delete_array(void *pointer) __asm__("_ZdaPv");
void causeway_delete_sized(void *pointer, size_t size) __asm__("_ZdlPvm");
void causeway_delete_array_sized(void *pointer, size_t size) __asm__("_ZdaPvm");
void causeway_delete_aligned(void *pointer, size_t alignment) __asm__("_ZdlPvSt11align_val_t");
void causeway_delete_array_aligned(void *pointer, size_t alignment) __asm__("_ZdaPvSt11align_val_t");
void causeway_delete_all(void *pointer, size_t size, size_t alignment) __asm__("_ZdlPvmSt11align_val_t");
void causeway_delete_array_all(void *pointer, size_t size,
			       size_t alignment) __asm__("_ZdaPvmSt11align_val_t");
void causeway_pure_virtual(void) __asm__("__cxa_pure_virtual");

/* There are no exceptions to throw. */
static void *or_crash(void *pointer)
{
	if (!pointer)
		causeway_component_crash("operator new: the heap is full; raise heap_size", NULL);
	return pointer;
}

void *causeway_new(size_t size)
{
	return or_crash(malloc(size ? size : 1));
}

void *causeway_new_array(size_t size)
{
	return causeway_new(size);
}

void *causeway_new_aligned(size_t size, size_t alignment)
{
	return or_crash(aligned_alloc(alignment, size ? size : 1));
}

void *causeway_new_array_aligned(size_t size, size_t alignment)
{
	return causeway_new_aligned(size, alignment);
}

void causeway_delete(void *pointer)
{
	free(pointer);
}

void causeway_delete_array(void *pointer)
{
	free(pointer);
}

void causeway_delete_sized(void *pointer, size_t size)
{
	(void)size;
	free(pointer);
}

void causeway_delete_array_sized(void *pointer, size_t size)
{
	(void)size;
	free(pointer);
}

void causeway_delete_aligned(void *pointer, size_t alignment)
{
	(void)alignment;
	free(pointer);
}

void causeway_delete_array_aligned(void *pointer, size_t alignment)
{
	(void)alignment;
	free(pointer);
}

void causeway_delete_all(void *pointer, size_t size, size_t alignment)
{
	(void)size;
	(void)alignment;
	free(pointer);
}

void causeway_delete_array_all(void *pointer, size_t size, size_t alignment)
{
	(void)size;
	(void)alignment;
	free(pointer);
}

void causeway_pure_virtual(void)
{
	causeway_component_crash("a pure virtual function was called", NULL);
}
