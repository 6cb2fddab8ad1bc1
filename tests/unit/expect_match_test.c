#include "expect/expect.h"
#include "test.h"

#include <string.h>

static long match(const char *pattern, const char *text)
{
	return expect_match(pattern, strlen(pattern), text, strlen(text));
}

TEST(findings_of_sanitizers_are_told_from_other_lines)
{
	assert_true(expect_is_finding("causeway: pd 'a' faulted: a.c:1:2: undefined behaviour: division of 1 by 0"));
	assert_true(expect_is_finding("/x/a.c:12:15: runtime error: signed integer overflow"));
	assert_true(expect_is_finding("==7==ERROR: AddressSanitizer: heap-use-after-free"));
	assert_true(expect_is_finding("==7==ERROR: LeakSanitizer: detected memory leaks"));
	assert_false(expect_is_finding("undefined behaviour is not tried here"));
	assert_false(expect_is_finding(""));
}

TEST(plain_text_matches_at_its_first_place)
{
	assert_int_equal(match("All OK", "x All OK, All OK"), 8);
	assert_int_equal(match("All OK", "All O"), -1);
	assert_int_equal(match("", "abc"), 0);
	assert_int_equal(match("{7, 8, }", "other is {7, 8, }\r\n"), 17);
}

TEST(a_star_takes_as_much_as_it_can)
{
	assert_int_equal(match("a*b", "xabxbx"), 5);
	assert_int_equal(match("*** DONE 5 ***", "c: *** DONE 5 *** and *** more"), 30);
	assert_int_equal(match("a*b*c", "abcbc--c--b"), 8);
	assert_int_equal(match("a*c*b", "ab"), -1);
	assert_int_equal(match("a*", "xa\r\nmore"), 8);
	assert_int_equal(match("*b", "aab"), 3);
}

TEST(a_question_mark_is_one_character)
{
	assert_int_equal(match("J1@cG?ObN2", "KJ1@cGxObN2"), 11);
	assert_int_equal(match("a?", "a"), -1);
}

TEST(brackets_are_sets)
{
	assert_int_equal(match("[0-9][a-c]", "x1d2b"), 5);
	assert_int_equal(match("[z-x]1", "y1"), 2);
	assert_int_equal(match("[-a]", "b-"), 2);
	assert_int_equal(match("[abc", "c"), 1);
	assert_int_equal(match("a[*]b*c", "a*bxc"), 5);
}

TEST(a_backslash_takes_the_meaning_away)
{
	assert_int_equal(match("a\\*b", "aab a*b"), 7);
	assert_int_equal(match("\\[x\\]", "[x]"), 3);
	assert_int_equal(match("a\\", "a\\"), 2);
	assert_int_equal(match("5\\$", "5$ 6"), 2);
}

TEST(anchors_tie_to_the_ends)
{
	assert_int_equal(match("^ab", "ab"), 2);
	assert_int_equal(match("^ab", "xab"), -1);
	assert_int_equal(match("ab$", "ab ab"), 5);
	assert_int_equal(match("ab$", "ab "), -1);
	assert_int_equal(match("^a*b$", "axbxb"), 5);
	assert_int_equal(match("^ab$", "ab ab"), -1);
	assert_int_equal(match("^ab$", "ab"), 2);
	assert_int_equal(match("a^b", "a^b"), 3);
}
