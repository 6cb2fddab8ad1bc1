#include "expect/expect.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct read {
	struct compilation *compilation;
	const struct expect_script *script; /* NULL: errors */
	FILE *stream;
	char *report;
	size_t size;
};

static void read_script(struct read *read, const char *text)
{
	char path[] = "/tmp/causeway-script-XXXXXX";
	read->stream = open_memstream(&read->report, &read->size);
	int fd = mkstemp(path);
	assert_true(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text));
	close(fd);
	read->compilation = compilation_create(read->stream);
	read->script = expect_read(read->compilation, path);
	diag_flush(read->compilation->diag);
	fflush(read->stream);
	unlink(path);
}

static void drop(struct read *read)
{
	compilation_destroy(read->compilation);
	fclose(read->stream);
	free(read->report);
}

static void assert_text(const char *text, const char *expected, size_t length)
{
	struct read read;
	read_script(&read, text);
	assert_non_null(read.script);
	assert_int_equal(read.script->steps.count, 1);
	assert_int_equal(read.script->steps.items[0].length, length);
	assert_memory_equal(read.script->steps.items[0].text, expected, length);
	drop(&read);
}

static void assert_error(const char *text, const char *place, const char *message)
{
	struct read read;
	read_script(&read, text);
	assert_null(read.script);
	if (!strstr(read.report, place) || !strstr(read.report, message))
		fail_msg("no '%s' and '%s' in: %s", place, message, read.report);
	drop(&read);
}

TEST(words_are_bare_quoted_or_braced)
{
	assert_text("wait_for \"a b; # c\"", "a b; # c", 8);
	assert_text("wait_for {a {b} \\} [c] $d}", "a {b} \\} [c] $d", 15);
	assert_text("wait_for done; # a comment\n", "done", 4);
	assert_text("# wait_for \"[x]\" \\\n still a comment\nwait_for x", "x", 1);
	assert_text("wait_for \\\n  x", "x", 1);
}

TEST(escapes_and_variables_are_substituted)
{
	assert_text("send \"Hello\\r\\x41\\101\\u00e9\\\"\\[\\$\"", "Hello\rAA\xc3\xa9\"[$", 13);
	assert_text("send -- -x", "-x", 2);
	assert_text("send \"a\\0b\"", "a\0b", 3);
	assert_text("set name world\nwait_for \"hello $name, ${name}! 5$\"", "hello world, world! 5$", 22);
}

TEST(steps_have_their_times)
{
	struct read read;
	read_script(&read, "set timeout -1\nsleep 0.5\nafter 20\nexpect x\nexit 3\n");
	const struct expect_script *script = read.script;
	assert_non_null(script);
	assert_int_equal(script->steps.count, 5);
	assert_true(script->steps.items[0].kind == EXPECT_TIMEOUT && script->steps.items[0].seconds < 0);
	assert_true(script->steps.items[1].seconds > 0.49 && script->steps.items[2].seconds < 0.021);
	assert_int_equal(script->steps.items[3].kind, EXPECT_MAY_COME);
	assert_int_equal(script->steps.items[4].kind, EXPECT_EXIT);
	drop(&read);
}

TEST(what_is_not_supported_is_an_error_at_its_place)
{
	assert_error("wait_for x\n  wait_fro y", ":2:3: error:", "did you mean 'wait_for'?");
	assert_error("wait_for \"a [b]\"", ":1:13: error:", "runs a command");
	assert_error("wait_for a b", ":1:1: error:", "wait_for \"pattern\"");
	assert_error("wait_for \"abc", ":1:10: error:", "this quote is not closed");
	assert_error("wait_for {abc", ":1:10: error:", "this brace is not closed");
	assert_error("wait_for \"a\"b", ":1:10: error:", "a blank is missing");
	assert_error("send $nobody", ":1:6: error:", "nothing has set the variable 'nobody'");
	assert_error("set timeout soon", ":1:13: error:", "'soon' is no number");
	assert_error("expect {\n a {}\n}", ":1:8: error:", "branches");
}
