#include "expect/expect.h"
#include "test.h"

#include <math.h>
#include <string.h>

/* A script of two texts with something typed between them, and a clock that the test sets. */
struct fixture {
	struct compilation *compilation;
	struct expect_script script;
	struct expect_progress *progress;
	struct expect_result result;
};

static void add(struct fixture *fixture, enum expect_kind kind, const char *text, double seconds)
{
	struct expect_step step = { kind, text, strlen(text), seconds, { 0, 0 } };
	VEC_PUSH(fixture->compilation->arena, &fixture->script.steps, step);
}

static struct fixture set_up(void)
{
	struct fixture fixture = { .compilation = compilation_create(stderr) };
	add(&fixture, EXPECT_WAIT_FOR, "first", 0);
	add(&fixture, EXPECT_SEND, "typed", 0);
	add(&fixture, EXPECT_WAIT_FOR, "second", 0);
	return fixture;
}

static void begin(struct fixture *fixture, double timeout)
{
	fixture->progress =
		expect_progress_create(fixture->compilation->arena, &fixture->script, timeout, 100);
}

static void see(struct fixture *fixture, const char *text)
{
	expect_progress_see(fixture->progress, text, strlen(text));
}

static bool advance(struct fixture *fixture, double now)
{
	return expect_progress_advance(fixture->progress, now, &fixture->result);
}

static void assert_typed(struct fixture *fixture, const char *expected)
{
	const char *bytes;
	size_t length = expect_progress_typed(fixture->progress, &bytes);
	assert_int_equal(length, strlen(expected));
	assert_memory_equal(bytes ? bytes : "", expected, length);
}

TEST(a_script_types_once_what_it_waited_for_has_come)
{
	struct fixture fixture = set_up();
	begin(&fixture, 10);
	assert_true(advance(&fixture, 101));
	assert_typed(&fixture, "");
	assert_true(expect_progress_may_type(fixture.progress));
	see(&fixture, "fir");
	assert_true(advance(&fixture, 102));
	see(&fixture, "st second");
	assert_false(advance(&fixture, 103));
	assert_typed(&fixture, "typed");
	assert_false(expect_progress_may_type(fixture.progress));
	assert_int_equal(fixture.result.outcome, EXPECT_PASSED);
	compilation_destroy(fixture.compilation);
}

TEST(each_text_has_its_time_from_the_one_before)
{
	struct fixture fixture = set_up();
	begin(&fixture, 10);
	assert_true(advance(&fixture, 109));
	see(&fixture, "first");
	assert_true(advance(&fixture, 109.5));
	assert_true(expect_progress_deadline(fixture.progress) == 119.5);
	assert_true(advance(&fixture, 119));
	assert_false(advance(&fixture, 119.5));
	assert_int_equal(fixture.result.outcome, EXPECT_TIMED_OUT);
	assert_ptr_equal(fixture.result.step, &fixture.script.steps.items[2]);
	compilation_destroy(fixture.compilation);
}

TEST(a_script_can_wait_for_ever)
{
	struct fixture fixture = set_up();
	begin(&fixture, -1);
	assert_true(isinf(expect_progress_deadline(fixture.progress)));
	assert_true(advance(&fixture, 1e12));
	expect_progress_end(fixture.progress);
	assert_false(advance(&fixture, 1e12));
	assert_int_equal(fixture.result.outcome, EXPECT_ENDED);
	compilation_destroy(fixture.compilation);
}

TEST(what_may_come_need_not)
{
	struct fixture fixture = { .compilation = compilation_create(stderr) };
	add(&fixture, EXPECT_MAY_COME, "hint", 0);
	add(&fixture, EXPECT_SLEEP, "", 5);
	add(&fixture, EXPECT_SEND, "x", 0);
	begin(&fixture, 10);
	assert_true(advance(&fixture, 110));
	assert_true(expect_progress_deadline(fixture.progress) == 115);
	assert_true(advance(&fixture, 114));
	assert_typed(&fixture, "");
	assert_false(advance(&fixture, 115));
	assert_typed(&fixture, "x");
	assert_int_equal(fixture.result.outcome, EXPECT_PASSED);
	compilation_destroy(fixture.compilation);
}

/* The older half of much text goes; a match may lie in what came in several parts. */
TEST(long_output_is_looked_through)
{
	enum { LINES = 40000 };
	struct fixture fixture = set_up();
	begin(&fixture, 10);
	for (int i = 0; i < LINES; i++) {
		see(&fixture, "nothing of interest\n");
		assert_true(advance(&fixture, 101));
	}
	see(&fixture, "fi");
	assert_true(advance(&fixture, 101));
	see(&fixture, "rst");
	assert_true(advance(&fixture, 101));
	assert_typed(&fixture, "typed");
	compilation_destroy(fixture.compilation);
}

TEST(a_pattern_with_a_star_may_begin_in_old_text)
{
	struct fixture fixture = { .compilation = compilation_create(stderr) };
	add(&fixture, EXPECT_WAIT_FOR, "a*b", 0);
	begin(&fixture, 10);
	see(&fixture, "a line\n");
	assert_true(advance(&fixture, 101));
	see(&fixture, "and a b");
	assert_false(advance(&fixture, 102));
	assert_int_equal(fixture.result.outcome, EXPECT_PASSED);
	compilation_destroy(fixture.compilation);
}

/* Outputs of sanitizers. */
TEST(the_first_finding_in_all_output_is_kept)
{
	struct compilation *compilation = compilation_create(stderr);
	struct expect_output *output = expect_output_create(compilation->arena);
	struct expect_result result;
	static const char *const parts[] = { "one\nx.c:1:2: undefined ", "behaviour: division\n",
					     "y.c:3:4: runtime error: shift\n" };
	for (size_t i = 0; i < 3; i++)
		expect_output_add(output, parts[i], strlen(parts[i]));
	for (size_t i = 0; i < 1 << 17; i++)
		expect_output_add(output, "a line of text\n", strlen("a line of text\n"));
	expect_output_tell(output, &result);
	assert_string_equal(result.finding, "x.c:1:2: undefined behaviour: division");
	assert_true(result.length <= 1 << 20);
	compilation_destroy(compilation);
}
