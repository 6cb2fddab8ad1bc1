#include "base/depfile.h"
#include "base/file.h"
#include "base/out.h"
#include "base/out_set.h"
#include "test.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/causeway-out-test-XXXXXX";

static const char *path_of(struct arena *arena, const char *name)
{
	if (strstr(folder, "XXXXXX"))
		assert_non_null(mkdtemp(folder));
	return arena_format(arena, "%s/%s", folder, name);
}

static int count_files(void)
{
	int count = 0;
	DIR *opened = opendir(folder);
	for (const struct dirent *entry; (entry = readdir(opened));)
		count += entry->d_name[0] != '.';
	closedir(opened);
	return count;
}

TEST(a_real_is_as_short_as_it_can_be)
{
	struct arena *arena = arena_create();
	struct out *out = out_create(arena);
	out_real(out, 0.1 + 0.2);
	out_text(out, " ");
	out_real(out, 0.3);
	out_text(out, " ");
	out_real(out, -4.0);
	assert_string_equal(out_string(out), "0.30000000000000004 0.3 -4");
	arena_destroy(arena);
}

TEST(lines_are_indented_and_empty_lines_are_not)
{
	struct arena *arena = arena_create();
	struct out *out = out_create(arena);
	out_line(out, "a {");
	out_indent(out);
	out_line(out, "%d;", 7);
	out_text(out, "\n");
	out_dedent(out);
	out_line(out, "}");
	assert_string_equal(out_string(out), "a {\n\t7;\n\n}\n");
	arena_destroy(arena);
}

TEST(each_language_gets_its_own_escapes)
{
	struct arena *arena = arena_create();
	assert_string_equal(out_cstr(arena, "a\"b\\c\n?\001"
					    "1"),
			    "a\\\"b\\\\c\\n\\?\\0011");
	assert_string_equal(out_xml(arena, "<a & \"b\">"), "&lt;a &amp; &quot;b&quot;&gt;");
	assert_string_equal(out_dot(arena, "a\"\\"), "a\\\"\\\\");
	assert_string_equal(out_make(arena, "a b$c#"), "a\\ b$$c\\#");
	assert_string_equal(out_json(arena, "\"\n"), "\\\"\\u000a");
	arena_destroy(arena);
}

TEST(an_unchanged_file_is_not_written_again)
{
	struct arena *arena = arena_create();
	const char *path = path_of(arena, "same");
	struct out *out = out_create(arena);
	out_text(out, "text");
	assert_int_equal(out_commit(out, path), 0);
	struct stat before, after;
	assert_int_equal(stat(path, &before), 0);
	assert_int_equal(out_commit(out, path), 0);
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	out_text(out, " more");
	assert_int_equal(out_commit(out, path), 0);
	struct file_text read;
	assert_int_equal(file_read(arena, path, &read), 0);
	assert_string_equal(read.text, "text more");
	unlink(path);
	assert_int_equal(count_files(), 0);
	arena_destroy(arena);
}

TEST(a_full_device_a_folder_and_a_missing_folder_are_errors_that_leave_nothing_behind)
{
	struct arena *arena = arena_create();
	struct out *out = out_create(arena);
	out_text(out, "text");
	assert_int_equal(out_commit(out, "/dev/full"), ENOSPC);
	assert_int_equal(out_commit(out, path_of(arena, "")), EISDIR);
	assert_int_equal(out_commit(out, path_of(arena, "none/file")), ENOENT);
	assert_int_equal(count_files(), 0);
	arena_destroy(arena);
}

TEST(a_file_that_cannot_be_written_whole_stays_as_it_was)
{
	struct arena *arena = arena_create();
	const char *path = path_of(arena, "limited");
	struct out *out = out_create(arena);
	out_text(out, "old");
	assert_int_equal(out_commit(out, path), 0);
	for (int i = 0; i < 1000; i++)
		out_text(out, "%01000d", i);
	struct rlimit unlimited, limit;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &unlimited), 0);
	limit = unlimited;
	limit.rlim_cur = 5000; /* stands for a disk that is full after 5000 bytes */
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	int error = out_commit(out, path);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &unlimited), 0);
	assert_int_equal(error, EFBIG);
	struct file_text read;
	assert_int_equal(file_read(arena, path, &read), 0);
	assert_string_equal(read.text, "old");
	assert_int_equal(count_files(), 1);
	unlink(path);
	arena_destroy(arena);
}

TEST(a_set_of_files_is_written_whole_or_not_at_all)
{
	struct arena *arena = arena_create();
	struct out *out = out_create(arena);
	struct out_set *set = out_set_create(arena);
	const char *failed;
	out_text(out, "text");
	out_set_add(set, out, path_of(arena, "one"));
	out_set_add(set, out, path_of(arena, "none/two"));
	out_set_add(set, out, path_of(arena, "three"));
	assert_int_equal(out_set_commit(set, &failed), ENOENT);
	assert_string_equal(failed, path_of(arena, "none/two"));
	assert_int_equal(count_files(), 0);
	assert_int_equal(out_make_directory(path_of(arena, "none")), 0);
	assert_int_equal(out_set_commit(set, &failed), 0);
	assert_int_equal(count_files(), 3);
	unlink(path_of(arena, "one"));
	unlink(path_of(arena, "none/two"));
	unlink(path_of(arena, "three"));
	rmdir(path_of(arena, "none"));
	arena_destroy(arena);
}

TEST(folders_are_made_with_their_parents)
{
	struct arena *arena = arena_create();
	const char *path = path_of(arena, "a/b/c");
	assert_int_equal(out_make_directory(path), 0);
	assert_int_equal(out_make_directory(path), 0);
	struct stat status;
	assert_int_equal(stat(path, &status), 0);
	assert_true(S_ISDIR(status.st_mode));
	rmdir(path);
	rmdir(path_of(arena, "a/b"));
	rmdir(path_of(arena, "a"));
	struct out *out = out_create(arena);
	assert_int_equal(out_commit(out, path_of(arena, "file")), 0);
	assert_int_equal(out_make_directory(path_of(arena, "file")), ENOTDIR);
	unlink(path_of(arena, "file"));
	rmdir(folder);
	arena_destroy(arena);
}

TEST(a_dependency_file_names_target_and_inputs)
{
	struct arena *arena = arena_create();
	char path[] = "/tmp/causeway-depfile-XXXXXX";
	close(mkstemp(path));
	const char *inputs[] = { "a.camkes", "b c.h" };
	assert_int_equal(out_commit(depfile_make(arena, "out x", inputs, 2), path), 0);
	struct file_text read;
	assert_int_equal(file_read(arena, path, &read), 0);
	assert_string_equal(read.text, "out\\ x: \\\n  a.camkes \\\n  b\\ c.h\n\na.camkes:\n\nb\\ c.h:\n");
	unlink(path);
	arena_destroy(arena);
}

TEST(reading_a_folder_or_a_missing_file_is_an_error)
{
	struct arena *arena = arena_create();
	struct file_text read;
	assert_int_equal(file_read(arena, "/tmp", &read), EISDIR);
	assert_int_equal(file_read(arena, "/no/such/file", &read), ENOENT);
	assert_int_equal(file_read(arena, "/dev/null", &read), 0);
	assert_int_equal(read.length, 0);
	arena_destroy(arena);
}
