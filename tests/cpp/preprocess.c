/*
 * Preprocesses a file with the built-in preprocessor and writes the text.
 *
 * usage: cpp_preprocess FLAG... FILE
 * exit status: 0 done, 1 errors, 3 cannot read, 4 left to another preprocessor
 */

#include "base/file.h"
#include "cpp/cpp.h"

#include <stdio.h>
#include <string.h>

static int preprocess(struct compilation *compilation, const cpp_names *flags, const char *path)
{
	static const int statuses[] = { [CPP_DONE] = 0, [CPP_FAILED] = 1, [CPP_UNSUPPORTED] = 4 };
	struct file_text text;
	struct cpp_result result;
	int error = file_read(compilation->arena, path, &text);
	if (error) {
		fprintf(stderr, "%s: %s\n", path, strerror(error));
		return 3;
	}
	const struct src_file *file = src_map_add(compilation->sources, path, text.text, text.length);
	enum cpp_status status = cpp_run(cpp_create(compilation, flags), file, path, &result);
	if (result.file)
		fwrite(result.file->text, 1, result.file->length, stdout);
	if (result.unsupported)
		fprintf(stderr, "unsupported: %s\n", result.unsupported);
	return statuses[status];
}

int main(int argc, char **argv)
{
	struct compilation *compilation = compilation_create(stderr);
	cpp_names flags = { 0 };
	for (int i = 1; i + 1 < argc; i++)
		VEC_PUSH(compilation->arena, &flags, argv[i]);
	int status = preprocess(compilation, &flags, argc > 1 ? argv[argc - 1] : "");
	diag_finish(compilation->diag);
	compilation_destroy(compilation);
	return status;
}
