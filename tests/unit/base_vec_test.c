#include "base/intern.h"
#include "base/map.h"
#include "base/vec.h"
#include "test.h"

TEST(a_vector_keeps_its_items_while_it_grows)
{
	struct arena *arena = arena_create();
	VEC(int) numbers = { 0 };
	for (int i = 0; i < 1000; i++)
		VEC_PUSH(arena, &numbers, i);
	assert_int_equal(numbers.count, 1000);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(numbers.items[i], i);
	arena_destroy(arena);
}

TEST(equal_texts_are_interned_to_one_address)
{
	struct arena *arena = arena_create();
	struct intern *names = intern_create(arena);
	const char *first = intern_cstr(names, "name0");
	for (int i = 0; i < 2000; i++)
		intern_format(names, "name%d", i);
	assert_ptr_equal(first, intern_text(names, "name0 and more", 5));
	assert_ptr_not_equal(first, intern_cstr(names, "name1"));
	arena_destroy(arena);
}

TEST(a_map_finds_what_was_set_last)
{
	struct arena *arena = arena_create();
	struct map map = { 0 };
	static int keys[500];
	for (int i = 0; i < 500; i++)
		map_set(arena, &map, &keys[i], &keys[i]);
	map_set(arena, &map, &keys[7], &keys[8]);
	assert_ptr_equal(map_get(&map, &keys[7]), &keys[8]);
	assert_ptr_equal(map_get(&map, &keys[499]), &keys[499]);
	assert_null(map_get(&map, &arena));
	assert_int_equal(map.count, 500);
	arena_destroy(arena);
}
