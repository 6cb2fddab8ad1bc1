/*
 * What one run of the tool shares: the arena, names, sources, messages, and what is known of folders. There
 * is no other state.
 */
#ifndef BASE_COMPILATION_H
#define BASE_COMPILATION_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/folders.h"
#include "base/intern.h"
#include "base/source.h"

struct compilation {
	struct arena *arena;
	struct intern *names;
	struct src_map *sources;
	struct diag *diag;
	struct folders *folders;
};

/* Messages go to STREAM. */
struct compilation *compilation_create(FILE *stream);

/* Reads a whole file; false after an error, which is reported. */
bool compilation_read(struct compilation *compilation, const char *path, struct file_text *text);

/* Reports that PATH cannot be read, for the reason that ERROR, an errno value, gives. Returns false. */
bool compilation_cannot_read(struct compilation *compilation, const char *path, int error);

/* Reads a whole file and adds it to the sources; NULL after an error, which is reported. */
const struct src_file *compilation_read_source(struct compilation *compilation, const char *path);

/* Also writes pending messages. */
void compilation_destroy(struct compilation *compilation);

#endif
