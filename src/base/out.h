/*
 * Output text: built whole in memory, then written atomically. Escapers keep user text from breaking out of
 * the language it is written into; user text never goes through a bare %s into a language with quoting.
 */
#ifndef BASE_OUT_H
#define BASE_OUT_H

#include "base/arena.h"

#include <stdbool.h>

struct out;

struct out *out_create(struct arena *arena);

/* One target line: indentation (a tab per level), the text, a newline. For an empty line use out_text(out,
 * "\n"). */
void out_line(struct out *out, const char *format, ...) BASE_PRINTF(2, 3);

/* A piece of a line, without indentation or newline. */
void out_text(struct out *out, const char *format, ...) BASE_PRINTF(2, 3);
void out_bytes(struct out *out, const char *bytes, size_t length);

/* Makes room for LENGTH more bytes: a large output is not copied as it grows. */
void out_reserve(struct out *out, size_t length);

/* The shortest decimal that is read as the same number. */
void out_real(struct out *out, double real);
void out_indent(struct out *out);
void out_dedent(struct out *out);

/* Indent with COUNT spaces a level instead of a tab. */
void out_set_indent(struct out *out, unsigned count);

/* Where the text lives. */
struct arena *out_arena(const struct out *out);

/* The text so far; valid until the next addition. */
const char *out_string(const struct out *out);
size_t out_length(const struct out *out);

/* Escaped copies, in the arena: the inside of a C string, XML text or attribute, a DOT string, a Makefile
 * word, JSON. */
const char *out_cstr(struct arena *arena, const char *text);
const char *out_xml(struct arena *arena, const char *text);
const char *out_dot(struct arena *arena, const char *text);
const char *out_make(struct arena *arena, const char *text);
const char *out_json(struct arena *arena, const char *text);

/*
 * Writes the text to PATH: not at all if the file holds it already (so nothing is rebuilt), else into a
 * temporary file beside it that is renamed over it; a device or pipe is written in place; "-" is standard
 * output. Returns 0 or an errno value; on error PATH is what it was.
 */
int out_commit(const struct out *out, const char *path);

/*
 * The same in two steps, for several files of which all are to be written or none: stage each, then publish
 * or discard them all. Staging does what can fail for want of room.
 */
struct out_staged {
	const struct out *out;
	const char *path;
	const char *temporary; /* NULL: PATH is no ordinary file, and is written when published */
	bool done;	       /* PATH holds the text already */
};

int out_stage(const struct out *out, const char *path, struct out_staged *staged);
int out_publish(const struct out_staged *staged);
void out_discard(const struct out_staged *staged);

/* Makes PATH and its parents as mkdir -p does. Returns 0 or an errno value. */
int out_make_directory(const char *path);

#endif
