#include "test.h"

#include "lower/literal.h"

#include <string.h>

static void assert_literal(const char *text, const char *expected, bool drops)
{
	struct arena *arena = arena_create();
	struct literal literal = literal_from(arena, text);
	assert_non_null(literal.text);
	assert_string_equal(literal.text, expected);
	assert_null(literal.problem);
	assert_int_equal(literal.drops, drops);
	arena_destroy(arena);
}

static void assert_problem(const char *text)
{
	struct arena *arena = arena_create();
	struct literal literal = literal_from(arena, text);
	assert_null(literal.text);
	assert_non_null(literal.problem);
	arena_destroy(arena);
}

TEST(what_c_takes_stays_as_it_is)
{
	static const char *const texts[] = { "",
					     "plain",
					     "a\\tb\\n",
					     "\\\\",
					     "\\0",
					     "\\12z",
					     "\\377",
					     "\\x41",
					     "\\x0000ff",
					     "\\u00e9",
					     "\\U0001F600",
					     "\\u0024",
					     "caf\xc3\xa9 \x01",
					     "why?\?",
					     "a?b?=",
					     "%s" };
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_literal(texts[i], texts[i], false);
}

TEST(extensions_of_compilers_become_what_they_mean)
{
	assert_literal("\\e[0m\\E", "\\033[0m\\033", false);
	assert_literal("a\\.b", "a.b", true);
	assert_literal("\\\xc3\xa9\\d",
		       "\xc3\xa9"
		       "d",
		       true);
}

TEST(no_trigraph_comes_about)
{
	assert_literal("?\?=", "?\\?=", false);
	assert_literal("???\?/x", "???\\?/x", false);
	assert_literal("\\\?\?/", "\\?\\?/", false);
	assert_literal("?\\?-", "?\\?-", false);
}

TEST(what_would_be_no_string_is_a_problem)
{
	static const char *const texts[] = { "a\nb",	"a\rb",	   "\\",	  "a\\\\\\", "\\x",
					     "\\xg",	"\\x100",  "\\400",	  "\\u12g4", "\\U0001F60",
					     "\\ud800", "\\u0041", "\\U00110000", "\\\n" };
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_problem(texts[i]);
}
