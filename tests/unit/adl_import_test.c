#include "adl_test.h"

#include "base/out.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of files for one test, gone at its end. */
struct folder {
	char path[32];
	struct parsed *parsed;
};

static struct folder make_folder(void)
{
	struct folder folder = { .path = "/tmp/adl_import_XXXXXX", .parsed = parsed_begin() };
	assert_non_null(mkdtemp(folder.path));
	return folder;
}

static const char *path_in(const struct folder *folder, const char *name)
{
	return arena_format(folder->parsed->compilation->arena, "%s/%s", folder->path, name);
}

static void write_file(const struct folder *folder, const char *name, const char *text)
{
	const char *path = path_in(folder, name), *slash = strrchr(path, '/');
	struct out *out = out_create(folder->parsed->compilation->arena);
	assert_int_equal(out_make_directory(arena_strndup(folder->parsed->compilation->arena, path,
							  (size_t)(slash - path))),
			 0);
	out_text(out, "%s", text);
	assert_int_equal(out_commit(out, path), 0);
}

static void add_path(struct folder *folder, const char *name)
{
	VEC_PUSH(folder->parsed->compilation->arena, &folder->parsed->options.import_paths,
		 path_in(folder, name));
}

static void parse_main(struct folder *folder)
{
	struct parsed *parsed = folder->parsed;
	parsed->spec = adl_parse(parsed->compilation, &parsed->options, path_in(folder, "main.camkes"));
	parsed_finish(parsed);
}

static void remove_folder(struct folder *folder)
{
	char *command = NULL;
	assert_true(asprintf(&command, "rm -r '%s'", folder->path) > 0);
	assert_int_equal(system(command), 0);
	free(command);
	parsed_free(folder->parsed);
}

/* The names of what was parsed, in order: "A B C". */
static void expect_items(struct folder *folder, const char *expected)
{
	const struct adl_spec *spec = folder->parsed->spec;
	struct out *out = out_create(folder->parsed->compilation->arena);
	assert_non_null(spec);
	assert_string_equal(folder->parsed->messages, "");
	for (size_t i = 0; i < spec->items.count; i++)
		out_text(out, "%s%s", i ? " " : "", spec->items.items[i].as.component->name.text);
	assert_string_equal(out_string(out), expected);
}

static void expect_message(struct folder *folder, const char *text)
{
	if (!strstr(folder->parsed->messages, text))
		fail_msg("expected \"%s\" in:\n%.700s", text, folder->parsed->messages);
}

TEST(imported_items_stand_where_the_statement_stood)
{
	struct folder folder = make_folder();
	write_file(&folder, "main.camkes",
		   "component A {} import \"sub/b.camkes\"; component E {} import <f.idl4>;");
	write_file(&folder, "sub/b.camkes", "component B {} import \"deep/\" \"c.camkes\"; component D {}");
	write_file(&folder, "sub/deep/c.camkes", "component C {}");
	write_file(&folder, "second/f.idl4", "component F {} import <g.camkes>;");
	write_file(&folder, "first/g.camkes", "component G {}");
	write_file(&folder, "second/g.camkes", "component X {}");
	add_path(&folder, "none");
	add_path(&folder, "first");
	add_path(&folder, "second");
	parse_main(&folder);
	expect_items(&folder, "A B C D E F G");
	const struct adl_spec *spec = folder.parsed->spec;
	assert_int_equal(spec->files.count, 5);
	assert_string_equal(spec->files.items[1], path_in(&folder, "sub/b.camkes"));
	assert_string_equal(spec->files.items[2], path_in(&folder, "sub/deep/c.camkes"));
	assert_int_equal(spec->dependencies.count, 5);
	assert_int_equal(spec->items.items[2].file, 2);
	assert_int_equal(spec->imports.count, 4);
	assert_int_equal(spec->imports.items[1].importer, 1);
	assert_int_equal(spec->imports.items[1].imported, 2);
	remove_folder(&folder);
}

TEST(a_file_is_imported_once)
{
	struct folder folder = make_folder();
	write_file(&folder, "main.camkes",
		   "import \"main.camkes\"; import \"l.camkes\"; import \"./x/../r.camkes\"; component M {}");
	write_file(&folder, "l.camkes", "import \"base.camkes\"; component L {}");
	write_file(&folder, "r.camkes", "import <base.camkes>; component R {} import \"main.camkes\";");
	write_file(&folder, "base.camkes", "component B {} import \"r.camkes\";");
	write_file(&folder, "x/unused.camkes", "");
	add_path(&folder, ".");
	parse_main(&folder);
	expect_items(&folder, "B R L M");
	assert_int_equal(folder.parsed->spec->files.count, 4);
	assert_int_equal(folder.parsed->spec->imports.count, 7);
	remove_folder(&folder);
}

TEST(struct_numbers_follow_the_order_of_items)
{
	struct folder folder = make_folder();
	write_file(&folder, "main.camkes", "struct A {int a;} import \"b.camkes\"; struct C {int a;}");
	write_file(&folder, "b.camkes", "struct B {int a;}");
	parse_main(&folder);
	const struct adl_spec *spec = folder.parsed->spec;
	for (unsigned i = 0; i < 3; i++)
		assert_int_equal(spec->items.items[i].as.structure->anonymous_index, i);
	remove_folder(&folder);
}

TEST(long_chains_of_imports_need_no_stack)
{
	struct folder folder = make_folder();
	for (int i = 0; i < 2000; i++) {
		char name[32], text[64];
		snprintf(name, sizeof name, i ? "f%d.camkes" : "main.camkes", i);
		snprintf(text, sizeof text, i < 1999 ? "import \"f%d.camkes\";" : "component End {}", i + 1);
		write_file(&folder, name, text);
	}
	parse_main(&folder);
	expect_items(&folder, "End");
	remove_folder(&folder);
}

TEST(a_missing_import_is_an_error_at_its_path)
{
	struct folder folder = make_folder();
	write_file(&folder, "main.camkes",
		   "import \"sub/timer.camkes\";\nimport <serial.camkes>;\nimport \"elsewhere.camkes\";\n"
		   "import \"\";\nimport <main.camkes>;\nimport <a.camkes>; component A {x}\n");
	write_file(&folder, "sub/timers.camkes", "");
	write_file(&folder, "path/Serial.camkes", "");
	write_file(&folder, "path/elsewhere.camkes", "");
	add_path(&folder, "path");
	parse_main(&folder);
	assert_int_equal(folder.parsed->errors, 7);
	expect_message(
		&folder,
		"main.camkes:1:8: error: imported file 'sub/timer.camkes' not found; did you mean "
		"'sub/timers.camkes'? [-Wimport-not-found]\nimport \"sub/timer.camkes\";\n       ^~~~~");
	expect_message(&folder,
		       "main.camkes:2:8: error: imported file 'serial.camkes' not found; did you mean "
		       "'Serial.camkes'?");
	expect_message(&folder, arena_format(folder.parsed->compilation->arena, "note: searched in '%s/path'",
					     folder.path));
	expect_message(&folder, "note: 'import <elsewhere.camkes>' would find");
	expect_message(&folder, "note: 'import \"main.camkes\"' would find");
	expect_message(&folder, "main.camkes:4:8: error: imported file '' not found");
	remove_folder(&folder);
}

TEST(what_cannot_be_read_is_an_error)
{
	struct folder folder = make_folder();
	write_file(&folder, "main.camkes", "import \"folder\"; import \"main.camkes/x\"; component A {}");
	write_file(&folder, "folder/x", "");
	parse_main(&folder);
	assert_int_equal(folder.parsed->errors, 2);
	assert_int_equal(diag_io_error_count(folder.parsed->compilation->diag), 1);
	expect_message(&folder, "main.camkes:1:8: error: cannot read");
	expect_message(&folder, strerror(EISDIR));
	assert_int_equal(folder.parsed->spec->items.count, 1);
	remove_folder(&folder);
}

TEST(a_main_file_that_cannot_be_read_gives_nothing)
{
	struct folder folder = make_folder();
	parse_main(&folder);
	assert_null(folder.parsed->spec);
	expect_message(&folder, "main.camkes: error: cannot read: No such file or directory [-Wcannot-read]");
	remove_folder(&folder);
}

TEST(errors_of_all_files_are_reported)
{
	struct folder folder = make_folder();
	write_file(&folder, "main.camkes", "component A {x}\nimport \"b.camkes\";\n");
	write_file(&folder, "b.camkes", "\ncomponent B {y}\n");
	parse_main(&folder);
	assert_int_equal(folder.parsed->errors, 2);
	expect_message(&folder, "main.camkes:1:14: error: ");
	expect_message(&folder, "b.camkes:2:14: error: ");
	remove_folder(&folder);
}

TEST(names_of_files_may_have_any_characters)
{
	struct folder folder = make_folder();
	write_file(&folder, "main.camkes", "import \"\xc3\xbc \xe2\x88\xab%s.camkes\";");
	write_file(&folder, "\xc3\xbc \xe2\x88\xab%s.camkes", "component A {}");
	parse_main(&folder);
	expect_items(&folder, "A");
	remove_folder(&folder);
}
