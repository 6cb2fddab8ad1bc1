#include "../unit/test.h"

#include "crash.h"
#include "heap.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The heap stops the component through this; here that is how a test's process ends. */
void causeway_component_crash(const char *message, const char *detail)
{
	(void)detail;
	fprintf(stderr, "crash: %s\n", message);
	_exit(42);
}

enum { AREA = 1 << 16 };
static _Alignas(16) unsigned char area[AREA + 16];

static bool crashes(void (*body)(struct causeway_heap *heap))
{
	fflush(NULL);
	pid_t child = fork();
	if (!child) {
		static struct causeway_heap heap;
		causeway_heap_create(&heap, area, AREA);
		body(&heap);
		_exit(0);
	}
	int status;
	waitpid(child, &status, 0);
	return WIFEXITED(status) && WEXITSTATUS(status) == 42;
}

TEST(all_room_comes_back_when_all_is_released)
{
	static struct causeway_heap heap;
	causeway_heap_create(&heap, area, AREA);
	void *all = causeway_heap_allocate(&heap, AREA - 32, 16);
	assert_non_null(all);
	assert_null(causeway_heap_allocate(&heap, 1, 16));
	causeway_heap_release(&heap, all);
	void *pieces[100];
	for (size_t i = 0; i < 100; i++)
		assert_non_null(pieces[i] = causeway_heap_allocate(&heap, i * 5, 16));
	for (size_t i = 0; i < 100; i++)
		causeway_heap_release(&heap, pieces[i * 37 % 100]);
	assert_ptr_equal(causeway_heap_allocate(&heap, AREA - 32, 16), all);
}

TEST(an_area_may_be_unaligned_tiny_or_absent)
{
	static struct causeway_heap heap;
	for (size_t offset = 0; offset < 16; offset++)
		for (size_t size = 0; size < 200; size++) {
			causeway_heap_create(&heap, area + offset, size);
			unsigned char *pointer = causeway_heap_allocate(&heap, 16, 16);
			if (!pointer)
				continue;
			assert_true(pointer >= area + offset && pointer + 16 <= area + offset + size);
			causeway_heap_release(&heap, pointer);
		}
	causeway_heap_create(&heap, NULL, 0);
	assert_null(causeway_heap_allocate(&heap, 1, 16));
}

TEST(alignment_is_kept_and_its_waste_given_back)
{
	static struct causeway_heap heap;
	causeway_heap_create(&heap, area, AREA);
	for (size_t alignment = 1; alignment <= 8192; alignment *= 2)
		for (size_t size = 0; size < 200; size += 7) {
			void *small = causeway_heap_allocate(&heap, size % 3 * 16, 16);
			void *pointer = causeway_heap_allocate(&heap, size, alignment);
			assert_non_null(pointer);
			assert_int_equal((uintptr_t)pointer % alignment, 0);
			memset(pointer, 0xaa, size);
			causeway_heap_release(&heap, small);
			causeway_heap_release(&heap, pointer);
		}
	assert_non_null(causeway_heap_allocate(&heap, AREA - 32, 16));
}

TEST(sizes_that_no_heap_has_are_refused)
{
	static struct causeway_heap heap;
	causeway_heap_create(&heap, area, AREA);
	assert_null(causeway_heap_allocate(&heap, SIZE_MAX, 16));
	assert_null(causeway_heap_allocate(&heap, SIZE_MAX / 2, 16));
	assert_null(causeway_heap_allocate(&heap, 16, (size_t)1 << 63));
	void *pointer = causeway_heap_allocate(&heap, 10, 16);
	assert_null(causeway_heap_resize(&heap, pointer, SIZE_MAX - 3));
	causeway_heap_release(&heap, pointer);
}

TEST(a_block_grows_in_place_where_it_can_and_keeps_its_contents)
{
	static struct causeway_heap heap;
	causeway_heap_create(&heap, area, AREA);
	char *pointer = causeway_heap_allocate(&heap, 100, 16);
	memset(pointer, 'x', 100);
	assert_ptr_equal(causeway_heap_resize(&heap, pointer, 1000), pointer);
	char *fence = causeway_heap_allocate(&heap, 16, 16);
	char *moved = causeway_heap_resize(&heap, pointer, 5000);
	assert_non_null(moved);
	assert_ptr_not_equal(moved, pointer);
	for (int i = 0; i < 100; i++)
		assert_int_equal(moved[i], 'x');
	assert_ptr_equal(causeway_heap_resize(&heap, moved, 20), moved);
	assert_int_equal(causeway_heap_room(&heap, moved), 32);
	causeway_heap_release(&heap, fence);
	causeway_heap_release(&heap, moved);
	assert_non_null(causeway_heap_allocate(&heap, AREA - 32, 16));
}

/* A linear congruential generator: the same numbers everywhere. */
static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

TEST(many_random_steps_never_make_blocks_meet)
{
	static struct causeway_heap heap;
	causeway_heap_create(&heap, area, AREA);
	struct {
		unsigned char *pointer;
		size_t size;
		unsigned char fill;
	} slots[64] = { 0 };
	unsigned seed = 7;
	for (unsigned step = 0; step < 20000; step++) {
		unsigned i = next_random(&seed) % 64;
		size_t size = next_random(&seed) % (next_random(&seed) % 8 ? 200 : 5000);
		for (size_t byte = 0; byte < slots[i].size; byte++)
			assert_int_equal(slots[i].pointer[byte], slots[i].fill);
		unsigned char *old = slots[i].pointer, *new = NULL;
		if (!old)
			new = causeway_heap_allocate(&heap, size, (size_t)16 << next_random(&seed) % 5);
		else if (next_random(&seed) % 2)
			new = causeway_heap_resize(&heap, old, size);
		else
			causeway_heap_release(&heap, old), size = 0;
		if (!new &&old && size)
			continue;
		slots[i].pointer = new;
		slots[i].size = new ? size : 0;
		slots[i].fill = (unsigned char)step;
		memset(new ? new : area, slots[i].fill, slots[i].size);
	}
	for (int i = 0; i < 64; i++)
		if (slots[i].pointer)
			causeway_heap_release(&heap, slots[i].pointer);
	assert_non_null(causeway_heap_allocate(&heap, AREA - 32, 16));
}

static void release_twice(struct causeway_heap *heap)
{
	void *pointer = causeway_heap_allocate(heap, 50, 16);
	causeway_heap_release(heap, pointer);
	causeway_heap_release(heap, pointer);
}

static void release_foreign(struct causeway_heap *heap)
{
	causeway_heap_release(heap, &heap);
}

static void release_middle(struct causeway_heap *heap)
{
	char *pointer = causeway_heap_allocate(heap, 50, 16);
	causeway_heap_release(heap, pointer + 8);
}

static void write_beyond(struct causeway_heap *heap)
{
	unsigned char *pointer = causeway_heap_allocate(heap, 48, 16);
	memset(pointer, 0xff, 60);
	causeway_heap_release(heap, pointer);
}

TEST(misuse_of_the_heap_stops_the_component)
{
	assert_true(crashes(release_twice));
	assert_true(crashes(release_foreign));
	assert_true(crashes(release_middle));
	assert_true(crashes(write_beyond));
}
