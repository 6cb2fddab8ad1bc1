/*
 * The source map: every text that was read, laid end to end in one space of 32-bit positions. File, line and
 * column are derived when a message needs them. A preprocessor's line markers are honoured: positions then
 * refer to the file that the user wrote.
 */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include "base/arena.h"

#include <stdint.h>

/* A byte of some source text; 0 is no place at all. */
typedef uint32_t src_loc;

/* END is one past the last byte. */
struct src_range {
	src_loc begin;
	src_loc end;
};

/* A text in the map: its first byte is at BASE. */
struct src_file {
	const char *name;
	const char *text; /* NUL-terminated */
	size_t length;
	src_loc base;
};

/* A position as a person reads it. Line and column count from 1, columns in bytes. */
struct src_place {
	const char *file; /* NULL: no place */
	unsigned line;
	unsigned column;
	const char
		*line_text; /* the line in the file that the user wrote, without its newline; may be NULL */
	size_t line_length;
	const char
		*raw_text; /* the same line in the text that was parsed; differs where a macro was expanded */
	size_t raw_length;
};

struct src_map;

struct src_map *src_map_create(struct arena *arena);

/*
 * Adds a text that the caller keeps (NUL-terminated, at least as long as the map); NAME is what messages call
 * it. NULL when the positions are used up (4 GiB in all).
 */
const struct src_file *src_map_add(struct src_map *map, const char *name, const char *text, size_t length);

/* From LOC on, which starts a line of FILE, lines come from line LINE of NAME. Markers are given in order. */
void src_map_mark(struct src_map *map, const struct src_file *file, src_loc loc, const char *name,
		  unsigned line);

struct src_place src_map_place(struct src_map *map, src_loc loc);

/* The two ends of a range need not be in order of appearance; an empty one stands aside. */
struct src_range src_range_join(struct src_range a, struct src_range b);

#endif
