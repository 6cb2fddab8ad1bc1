#include "adl_test.h"

#include "adl/cpp.h"
#include "base/out.h"

#include <unistd.h>

static struct parsed *begin(const char *const *flags)
{
	struct parsed *parsed = parsed_begin();
	parsed->options.use_cpp = true;
	for (; flags && *flags; flags++)
		VEC_PUSH(parsed->compilation->arena, &parsed->options.cpp_flags, *flags);
	return parsed;
}

static struct parsed *preprocess(const char *text, const char *const *flags)
{
	struct parsed *parsed = begin(flags);
	parsed->spec = adl_parse_text(parsed->compilation, &parsed->options, "t", text, strlen(text));
	parsed_finish(parsed);
	return parsed;
}

static bool needed(const char *text, const char *const *flags)
{
	struct parsed *parsed = begin(flags);
	bool result = adl_cpp_needed(adl_cpp_create(parsed->compilation, &parsed->options),
				     &(struct file_text){ .text = text, .length = strlen(text) });
	parsed_free(parsed);
	return result;
}

static void write_file(struct parsed *parsed, const char *path, const char *text)
{
	struct out *out = out_create(parsed->compilation->arena);
	out_text(out, "%s", text);
	assert_int_equal(out_commit(out, path), 0);
}

static void expect_message(struct parsed *parsed, const char *text)
{
	if (!strstr(parsed->messages, text))
		fail_msg("expected \"%s\" in:\n%.700s", text, parsed->messages);
}

TEST(most_files_need_no_preprocessing)
{
	static const char *const flags[] = { "-DSIZE=3", "-D",	       "N",	"-DPLUS(x)=x+1",
					     "-UX",	 "-I/include", "-Wall", NULL };
	assert_false(
		needed("component A { uses P p; } // linux __FILE__ #if\n/* #define */ x \"#\" # no", flags));
	assert_false(needed("component A { attribute string s = \"linux\n\"; }", NULL));
	assert_false(needed("component SIZES { uses _p x__y; }", flags));
	assert_false(needed("component SIZE { }", NULL));
	assert_true(needed("component SIZE { }", flags));
	assert_true(needed("component N { }", flags));
	assert_true(needed("component A { uses PLUS p; }", flags));
	assert_true(needed("component linux { }", NULL));
	assert_true(needed("component A { attribute int i = __LINE__; }", NULL));
	assert_true(needed("component A { }\n \t#include \"x\"\n", NULL));
	assert_true(needed("/* a comment */ #define X", NULL));
	assert_true(needed("# comment", NULL));
	assert_true(needed("component A \\\n { }", NULL));
	assert_true(needed("// note \\\n component A { }", NULL));
	assert_true(needed("component A { }", (const char *const[]){ "-include", "x.h", NULL }));
	assert_true(needed("component A { }", (const char *const[]){ "-Wp,-DX", NULL }));
}

TEST(a_file_that_needs_none_runs_no_program)
{
	struct parsed *parsed = begin(NULL);
	parsed->options.cpp = "/nowhere/cpp";
	parsed->spec = adl_parse_text(parsed->compilation, &parsed->options, "t", "component A { }", 15);
	parsed_finish(parsed);
	assert_string_equal(parsed->messages, "");
	parsed_free(parsed);
}

TEST(macros_are_expanded)
{
	static const char *const flags[] = { "-DSIZE=3", NULL };
	struct parsed *parsed = preprocess("#define NAME(x) name_ ## x\n"
					   "component NAME(A) { dataport Buf(SIZE * 2) d; }\n"
					   "#if SIZE == 4\ncomponent B { }\n#endif\n",
					   flags);
	assert_string_equal(parsed->messages, "");
	assert_string_equal(parsed_dump(parsed), "component name_A\n  dataport d: Buf(6)\n");
	parsed_free(parsed);
}

TEST(positions_refer_to_what_was_written)
{
	struct parsed *parsed = preprocess("#define INTERFACES uses P p; uses Q q;\n"
					   "\n"
					   "component A { INTERFACES use R r; }\n"
					   "component B { uses P; }\n",
					   NULL);
	assert_int_equal(parsed->errors, 2);
	expect_message(parsed, "t:3:");
	expect_message(parsed, "t:4:21: error: expected the interface's name");
	parsed_free(parsed);
}

TEST(headers_may_hold_adl_and_are_dependencies)
{
	char folder[] = "/tmp/adl_cpp_XXXXXX";
	assert_non_null(mkdtemp(folder));
	struct parsed *parsed = begin(NULL);
	struct arena *arena = parsed->compilation->arena;
	const char *header = arena_format(arena, "%s/items.h", folder),
		   *file = arena_format(arena, "%s/m", folder);
	write_file(parsed, header, "component H { uses P; }\n");
	write_file(parsed, file,
		   "component A { }\n#include \"items.h\"\nimport \"items.h\";\ncomponent B { x }\n");
	parsed->spec = adl_parse(parsed->compilation, &parsed->options, file);
	parsed_finish(parsed);
	assert_int_equal(parsed->errors, 2);
	expect_message(parsed, arena_format(arena, "%s:1:21: error: expected the interface's name", header));
	expect_message(parsed, "component H { uses P; }\n                    ^");
	expect_message(parsed, arena_format(arena, "%s:4:15: error: expected a member", file));
	assert_int_equal(parsed->spec->items.count, 3);
	assert_int_equal(parsed->spec->files.count, 1);
	assert_int_equal(parsed->spec->dependencies.count, 2);
	assert_string_equal(parsed->spec->dependencies.items[0], file);
	assert_string_equal(parsed->spec->dependencies.items[1], header);
	assert_int_equal(unlink(header) | unlink(file) | rmdir(folder), 0);
	parsed_free(parsed);
}

TEST(errors_of_the_preprocessor_have_their_place)
{
	struct parsed *parsed = preprocess("component A { }\n  #error not this way\n#if\n#endif\n", NULL);
	assert_true(parsed->errors >= 2);
	expect_message(parsed,
		       "t:2:4: error: #error not this way [-Wcpp]\n  #error not this way\n   ^~~~~\n");
	expect_message(parsed, "error: #if with no expression");
	parsed_free(parsed);
	char folder[] = "/tmp/adl_cpp_XXXXXX";
	assert_non_null(mkdtemp(folder));
	parsed = begin(NULL);
	struct arena *arena = parsed->compilation->arena;
	const char *file = arena_format(arena, "%s/m", folder);
	write_file(parsed, file, "\n#include \"no/such.h\"\n");
	parsed->spec = adl_parse(parsed->compilation, &parsed->options, file);
	parsed_finish(parsed);
	assert_int_equal(parsed->errors, 1);
	expect_message(parsed,
		       arena_format(arena, "%s:2:10: error: included file 'no/such.h' not found", file));
	assert_int_equal(unlink(file) | rmdir(folder), 0);
	parsed_free(parsed);
}

TEST(only_warnings_that_were_written_are_shown)
{
	struct parsed *parsed = preprocess(
		"#warning mind the gap\ncomponent A { attribute string s = \"two\nlines\"; }\n", NULL);
	assert_int_equal(parsed->errors, 0);
	assert_int_equal(diag_warning_count(parsed->compilation->diag), 1);
	expect_message(parsed, "warning: #warning mind the gap [-Wcpp-warning]");
	parsed_free(parsed);
}

TEST(a_mistake_in_a_macro_is_shown_where_it_was_used_and_where_it_was_written)
{
	static const char *const flags[] = { "-DEXTRA=use R r;", NULL };
	struct parsed *parsed = preprocess("#define TWICE(x) x x\n"
					   "#define INTERFACES uses P p\n"
					   "component A { INTERFACES }\n"
					   "component B { TWICE(use) }\n"
					   "component C { EXTRA }\n",
					   flags);
	expect_message(parsed, "t:3:25: error: expected ';' after 'uses' declaration [-Wsyntax]\n"
			       "component A { INTERFACES }\n"
			       "                        ^\n"
			       "t:2:27: note: expanded from the macro 'INTERFACES'\n");
	expect_message(parsed, "t:4:21: error: expected a member of the component, found 'use'");
	expect_message(parsed, "component B { TWICE(use) }\n"
			       "                    ^~~\n"
			       "t:1:18: note: expanded from the macro 'TWICE'\n"
			       "#define TWICE(x) x x\n"
			       "                 ^\n");
	expect_message(parsed, "t:5:15: error: expected a member of the component, found 'use'");
	expect_message(parsed, "<command-line>:1:15: note: expanded from the macro 'EXTRA'\n");
	parsed_free(parsed);
}

/* COUNT times LEFT, MIDDLE, COUNT times RIGHT, END. */
static struct parsed *preprocess_nested(const char *begin_with, const char *left, const char *middle,
					const char *right, size_t count, const char *end_with)
{
	struct arena *arena = arena_create();
	struct out *out = out_create(arena);
	out_text(out, "%s", begin_with);
	for (size_t i = 0; i < count; i++)
		out_text(out, "%s", left);
	out_text(out, "%s", middle);
	for (size_t i = 0; i < count; i++)
		out_text(out, "%s", right);
	out_text(out, "%s", end_with);
	struct parsed *parsed = preprocess(out_string(out), NULL);
	arena_destroy(arena);
	return parsed;
}

TEST(macros_that_grow_or_nest_without_bounds_are_one_error)
{
	struct parsed *parsed = preprocess("#define A B B B B B B B B B B\n#define B C C C C C C C C C C\n"
					   "#define C D D D D D D D D D D\n#define D E E E E E E E E E E\n"
					   "#define E F F F F F F F F F F\n#define F G G G G G G G G G G\n"
					   "#define G H H H H H H H H H H\n#define H\nA\n",
					   NULL);
	assert_int_equal(parsed->errors, 1);
	expect_message(parsed,
		       "t:9:1: error: macros and files that are included grow beyond all bounds here");
	parsed_free(parsed);
	parsed = preprocess_nested("#define F(x) x\n", "F(", "1", ")", 600, "\n");
	assert_int_equal(parsed->errors, 1);
	expect_message(parsed, "error: macros are nested too deeply here (more than 400)");
	parsed_free(parsed);
	parsed = preprocess_nested("#if ", "(", "1", ")", 100000, "\n#endif\n");
	assert_int_equal(parsed->errors, 1);
	expect_message(parsed, "error: the condition is nested too deeply");
	parsed_free(parsed);
	parsed = preprocess_nested("#if ", "-", "1", "", 100000, "\n#endif\n");
	assert_int_equal(parsed->errors, 1);
	parsed_free(parsed);
	parsed = preprocess_nested("", "#if 1\n", "", "#endif\n", 10000, "component A { }\n");
	assert_string_equal(parsed->messages, "");
	parsed_free(parsed);
}

TEST(of_many_macros_on_the_way_the_innermost_are_shown)
{
	struct parsed *parsed =
		preprocess("#define A use\n#define B A\n#define C B\n#define D C\n#define E D\n"
			   "#define F E\ncomponent X { F P p; }\n",
			   NULL);
	assert_int_equal(parsed->errors, 1);
	expect_message(parsed, "t:7:15: error: expected a member of the component, found 'use'");
	expect_message(parsed, "note: 2 macros between here and there are not shown\n"
			       "t:4:11: note: expanded from the macro 'D'\n");
	expect_message(parsed, "t:1:11: note: expanded from the macro 'A'\n");
	parsed_free(parsed);
}

TEST(line_directives_name_the_file_that_was_written)
{
	struct parsed *parsed = preprocess("#define X\n#line 20 \"made.from\"\ncomponent A { uses P; }\n"
					   "# 7 \"another\"\ncomponent B { uses P; }\n",
					   NULL);
	expect_message(parsed, "made.from:20:21: error: expected the interface's name");
	expect_message(parsed, "another:7:21: error: expected the interface's name");
	parsed_free(parsed);
}

TEST(what_the_built_in_preprocessor_leaves_to_others_goes_to_the_program)
{
	struct parsed *parsed = preprocess("#if __has_attribute(noreturn)\n#define NAME A\n#endif\n"
					   "component NAME { uses P; }\n",
					   NULL);
	assert_int_equal(parsed->errors, 1);
	expect_message(parsed, "t:4:21: error: expected the interface's name");
	parsed_free(parsed);
	parsed = begin((const char *const[]){ "-std=c99", NULL });
	parsed->spec = adl_parse_text(parsed->compilation, &parsed->options, "t", "component linux { }", 19);
	parsed_finish(parsed);
	assert_string_equal(parsed->messages, "");
	parsed_free(parsed);
}

TEST(headers_that_the_flags_name_come_first)
{
	char folder[] = "/tmp/adl_cpp_XXXXXX";
	assert_non_null(mkdtemp(folder));
	struct parsed *parsed = begin(NULL);
	struct arena *arena = parsed->compilation->arena;
	const char *header = arena_format(arena, "%s/items.h", folder);
	const char *const flags[] = { "-include", "items.h", "-I", folder, "-DB=A", "-UB", NULL };
	for (const char *const *flag = flags; *flag; flag++)
		VEC_PUSH(arena, &parsed->options.cpp_flags, *flag);
	write_file(parsed, header, "component H { }\n#define NAME B\n");
	parsed->spec = adl_parse_text(parsed->compilation, &parsed->options, "t", "component NAME { }", 18);
	parsed_finish(parsed);
	assert_string_equal(parsed->messages, "");
	assert_string_equal(parsed_dump(parsed), "component H\ncomponent B\n");
	assert_int_equal(parsed->spec->dependencies.count, 1);
	assert_int_equal(unlink(header) | rmdir(folder), 0);
	parsed_free(parsed);
}

TEST(a_preprocessor_that_cannot_run_is_one_error)
{
	static const struct {
		const char *program;
		const char *message;
	} cases[] = {
		{ "/nowhere/cpp",
		  "t: error: cannot run the C preprocessor '/nowhere/cpp': No such file or directory" },
		{ "false", "t: error: the preprocessor 'false' failed" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct parsed *parsed = begin(NULL);
		parsed->options.cpp = cases[i].program;
		parsed->spec =
			adl_parse_text(parsed->compilation, &parsed->options, "t", "#if 1\n#endif\n", 13);
		parsed_finish(parsed);
		assert_int_equal(parsed->errors, 1);
		expect_message(parsed, cases[i].message);
		parsed_free(parsed);
	}
}

TEST(long_texts_pass_through_the_preprocessor)
{
	size_t count = 100000;
	char *text = malloc(count * 16 + 16), *end = text;
	assert_non_null(text);
	end = stpcpy(end, "#define X A\n");
	for (size_t i = 0; i < count; i++)
		end = stpcpy(end, "component X {}\n");
	struct parsed *parsed = preprocess(text, NULL);
	assert_string_equal(parsed->messages, "");
	assert_int_equal(parsed->spec->items.count, count);
	parsed_free(parsed);
	free(text);
}
