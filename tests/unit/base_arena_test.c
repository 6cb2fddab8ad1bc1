#include "base/arena.h"
#include "test.h"

#include <stdbool.h>
#include <string.h>

static bool is_zero(const unsigned char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (bytes[i])
			return false;
	return true;
}

/* Sizes up to beyond what gets a block of its own, so that blocks of all kinds are met. */
TEST(memory_is_zero_whatever_was_written_beside_it)
{
	struct arena *arena = arena_create();
	for (size_t i = 1; i < 4000; i++) {
		size_t size = i * 37 % 20000 + 1;
		memset(arena_alloc_unset(arena, size), 0xa5, size);
		unsigned char *zeroed = arena_alloc(arena, size);
		assert_true(is_zero(zeroed, size));
		memset(zeroed, 0xa5, size);
	}
	arena_destroy(arena);
}

TEST(memory_of_a_mapped_block_is_zero)
{
	struct arena *arena = arena_create();
	size_t size = (size_t)5 << 20;
	unsigned char *memory = arena_alloc(arena, size);
	assert_true(is_zero(memory, size));
	arena_destroy(arena);
}

TEST(texts_of_any_length_are_formatted)
{
	struct arena *arena = arena_create();
	char expected[1000];
	for (size_t length = 0; length < sizeof expected; length++) {
		memset(expected, 'x', length);
		expected[length] = '\0';
		assert_string_equal(arena_format(arena, "%s", expected), expected);
	}
	arena_destroy(arena);
}

TEST(a_path_is_joined_with_one_slash)
{
	struct arena *arena = arena_create();
	assert_string_equal(arena_join(arena, "a", "b"), "a/b");
	assert_string_equal(arena_join(arena, "a/", "b"), "a/b");
	assert_string_equal(arena_join(arena, "", "b"), "b");
	arena_destroy(arena);
}
