#include "base/compilation.h"

#include <string.h>

struct compilation *compilation_create(FILE *stream)
{
	struct arena *arena = arena_create();
	struct compilation *compilation = ARENA_NEW(arena, struct compilation);
	compilation->arena = arena;
	compilation->names = intern_create(arena);
	compilation->sources = src_map_create(arena);
	compilation->diag = diag_create(arena, compilation->sources, stream);
	compilation->folders = folders_create(arena, compilation->names);
	return compilation;
}

bool compilation_read(struct compilation *compilation, const char *path, struct file_text *text)
{
	int error = file_read(compilation->arena, path, text);
	return !error || compilation_cannot_read(compilation, path, error);
}

bool compilation_cannot_read(struct compilation *compilation, const char *path, int error)
{
	diag_report_file(compilation->diag, DIAG_CANNOT_READ, path, "cannot read: %s", strerror(error));
	return false;
}

const struct src_file *compilation_read_source(struct compilation *compilation, const char *path)
{
	struct file_text text;
	if (!compilation_read(compilation, path, &text))
		return NULL;
	const struct src_file *file = src_map_add(compilation->sources, path, text.text, text.length);
	if (!file)
		diag_report_file(compilation->diag, DIAG_CANNOT_READ, path,
				 "cannot read: too much text in all");
	return file;
}

void compilation_destroy(struct compilation *compilation)
{
	diag_finish(compilation->diag);
	arena_destroy(compilation->arena);
}
