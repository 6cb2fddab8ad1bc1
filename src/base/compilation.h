/*
 * What one run of the tool shares: the arena, names, sources and messages. There is no other state.
 */
#ifndef BASE_COMPILATION_H
#define BASE_COMPILATION_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/intern.h"
#include "base/source.h"

struct compilation {
	struct arena *arena;
	struct intern *names;
	struct src_map *sources;
	struct diag *diag;
};

/* Messages go to STREAM. */
struct compilation *compilation_create(FILE *stream);

/* Also writes pending messages. */
void compilation_destroy(struct compilation *compilation);

#endif
