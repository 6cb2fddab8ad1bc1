#include "base/compilation.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A compilation whose messages can be read back. */
struct fixture {
	struct compilation *compilation;
	FILE *stream;
	char *text;
	size_t length;
};

static struct fixture *open_fixture(void)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);
	fixture->stream = open_memstream(&fixture->text, &fixture->length);
	fixture->compilation = compilation_create(fixture->stream);
	return fixture;
}

static void close_fixture(struct fixture *fixture, const char *expected)
{
	compilation_destroy(fixture->compilation);
	fclose(fixture->stream);
	assert_string_equal(fixture->text, expected);
	free(fixture->text);
	free(fixture);
}

static const struct src_file *add(struct fixture *fixture, const char *name, const char *text)
{
	return src_map_add(fixture->compilation->sources, name, text, strlen(text));
}

static struct src_range range_of(const struct src_file *file, const char *word)
{
	src_loc begin = file->base + (src_loc)(strstr(file->text, word) - file->text);
	return (struct src_range){ begin, begin + (src_loc)strlen(word) };
}

TEST(a_report_shows_the_line_and_a_caret_under_tabs_and_wide_characters)
{
	struct fixture *fixture = open_fixture();
	const struct src_file *file = add(fixture, "a.camkes",
					  "component A {\n\tdataport Buf d;\n\tdataport B\xc3\xbc"
					  "f e;\n}\n");
	diag_report(fixture->compilation->diag, DIAG_INPUT, range_of(file, "e;\n}"), "redefinition of '%s'",
		    "e");
	diag_note(fixture->compilation->diag, range_of(file, "dataport"), "previous definition is here");
	close_fixture(fixture, "a.camkes:3:16: error: redefinition of 'e' [-Winput]\n"
			       "\tdataport B\xc3\xbc"
			       "f e;\n"
			       "\t             ^~\n"
			       "a.camkes:2:2: note: previous definition is here\n"
			       "\tdataport Buf d;\n"
			       "\t^~~~~~~~\n");
}

TEST(line_markers_move_positions_to_the_file_that_was_written)
{
	struct fixture *fixture = open_fixture();
	const struct src_file *file = add(fixture, "out.i", "# 7 \"no-such-file.h\"\none\ntwo\n");
	src_map_mark(fixture->compilation->sources, file, file->base + 21, "no-such-file.h", 7);
	struct src_place place = src_map_place(fixture->compilation->sources, range_of(file, "two").begin);
	assert_string_equal(place.file, "no-such-file.h");
	assert_int_equal(place.line, 8);
	assert_int_equal(place.column, 1);
	close_fixture(fixture, "");
}

TEST(a_long_line_is_shown_as_a_window_around_the_caret)
{
	struct fixture *fixture = open_fixture();
	char line[5001];
	memset(line, 'a', 5000);
	line[5000] = '\0';
	line[4000] = 'X';
	const struct src_file *file = add(fixture, "a", line);
	diag_report(fixture->compilation->diag, DIAG_INPUT, range_of(file, "X"), "here");
	diag_finish(fixture->compilation->diag);
	assert_true(fixture->length < 500);
	const char *shown = strchr(fixture->text, '\n') + 1;
	const char *caret = strchr(shown, '\n') + 1;
	assert_int_equal(strchr(shown, 'X') - shown, strchr(caret, '^') - caret);
	compilation_destroy(fixture->compilation);
	fclose(fixture->stream);
	free(fixture->text);
	free(fixture);
}

TEST(warnings_can_be_silenced_with_their_notes_or_made_errors)
{
	struct fixture *fixture = open_fixture();
	struct diag *diag = fixture->compilation->diag;
	assert_true(diag_set_flag(diag, "no-access-widened"));
	diag_report(diag, DIAG_ACCESS_WIDENED, (struct src_range){ 0, 0 }, "silent");
	diag_note(diag, (struct src_range){ 0, 0 }, "silent too");
	assert_true(diag_set_flag(diag, "error=access-widened"));
	diag_report(diag, DIAG_ACCESS_WIDENED, (struct src_range){ 0, 0 }, "loud");
	assert_int_equal(diag_error_count(diag), 1);
	assert_false(diag_set_flag(diag, "no-input"));
	assert_false(diag_set_flag(diag, "nonsense"));
	close_fixture(fixture, "causeway: error: loud [-Waccess-widened]\n");
}

TEST(errors_beyond_the_limit_are_counted_and_not_shown)
{
	struct fixture *fixture = open_fixture();
	diag_set_error_limit(fixture->compilation->diag, 1);
	for (int i = 0; i < 3; i++)
		diag_report(fixture->compilation->diag, DIAG_INPUT, (struct src_range){ 0, 0 }, "number %d",
			    i);
	close_fixture(fixture, "causeway: error: number 0 [-Winput]\n"
			       "causeway: 2 more errors not shown; -ferror-limit=0 shows all\n");
}

TEST(json_has_positions_flags_and_notes_and_escapes)
{
	struct fixture *fixture = open_fixture();
	struct diag *diag = fixture->compilation->diag;
	diag_set_json(diag, true);
	const struct src_file *file = add(fixture, "a", "x y");
	diag_report(diag, DIAG_INPUT, range_of(file, "y"), "say \"y\"");
	diag_note(diag, range_of(file, "x"), "or x");
	diag_report_file(diag, DIAG_CANNOT_READ, "b", "no");
	close_fixture(
		fixture,
		"[\n{\"severity\":\"error\",\"message\":\"say \\\"y\\\"\",\"flag\":\"input\",\"file\":\"a\","
		"\"line\":1,\"column\":3,\"length\":1,\"notes\":[{\"severity\":\"note\",\"message\":\"or x\","
		"\"file\":\"a\",\"line\":1,\"column\":1,\"length\":1}]},\n"
		"{\"severity\":\"error\",\"message\":\"no\",\"flag\":\"cannot-read\",\"file\":\"b\","
		"\"notes\":[]}"
		"\n]\n");
}

TEST(control_characters_of_an_input_do_not_reach_the_terminal)
{
	struct fixture *fixture = open_fixture();
	const struct src_file *file = add(fixture, "a", "\033[31mred");
	diag_report(fixture->compilation->diag, DIAG_INPUT, range_of(file, "red"), "a \033 message");
	close_fixture(fixture, "a:1:6: error: a   message [-Winput]\n [31mred\n     ^~~\n");
}
