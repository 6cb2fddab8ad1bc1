#include "base/compilation.h"

struct compilation *compilation_create(FILE *stream)
{
	struct arena *arena = arena_create();
	struct compilation *compilation = ARENA_NEW(arena, struct compilation);
	compilation->arena = arena;
	compilation->names = intern_create(arena);
	compilation->sources = src_map_create(arena);
	compilation->diag = diag_create(arena, compilation->sources, stream);
	return compilation;
}

void compilation_destroy(struct compilation *compilation)
{
	diag_finish(compilation->diag);
	arena_destroy(compilation->arena);
}
