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
	if (error)
		diag_report_file(compilation->diag, DIAG_CANNOT_READ, path, "cannot read: %s",
				 strerror(error));
	return !error;
}

void compilation_destroy(struct compilation *compilation)
{
	diag_finish(compilation->diag);
	arena_destroy(compilation->arena);
}
