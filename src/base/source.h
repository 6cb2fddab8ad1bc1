/*
 * The source map: every text that was read, laid end to end in one space of 32-bit positions. File, line and
 * column are derived when a message needs them. A preprocessor's line markers are honoured: positions then
 * refer to the file that the user wrote.
 */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include "base/arena.h"

#include <stdbool.h>
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

/* How text came out of a macro. */
struct src_expansion {
	const char *macro;
	struct src_range use;		   /* the macro's name, where it was used */
	const struct src_expansion *outer; /* what USE came out of; NULL when it stands in a file */
	bool argument;			   /* the text was given to the macro: USE is the parameter */
	const struct src_expansion *given; /* then: what it came out of before */
};

/* A piece of a text that was made: LENGTH bytes from OFFSET on were written at ORIGIN. */
struct src_segment {
	uint32_t offset;
	uint32_t length;
	src_loc origin;
	const struct src_expansion *expansion; /* or NULL */
};

/* A macro on the way from what was written to what was read. */
struct src_step {
	const char *macro;
	struct src_range range; /* in the macro's definition */
};

struct src_map;

struct src_map *src_map_create(struct arena *arena);

/*
 * Adds a text that the caller keeps (NUL-terminated, at least as long as the map); NAME is what messages call
 * it. NULL when the positions are used up (4 GiB in all).
 */
const struct src_file *src_map_add(struct src_map *map, const char *name, const char *text, size_t length);

/*
 * The same for a text that was made of others in the map: positions in it mean what was written there.
 * SEGMENTS are in order, and are the caller's to keep.
 */
const struct src_file *src_map_add_made(struct src_map *map, const char *name, const char *text,
					size_t length, const struct src_segment *segments, size_t count);

/* RANGE where a person wrote it: out of a text that was made, and out of macros to where the outermost was
 * used. */
struct src_range src_map_written(const struct src_map *map, struct src_range range);

/* The same for a piece of a text that was read. */
struct src_range src_range_written(struct src_range range, const struct src_expansion *expansion);

/*
 * The macros on that way, the outermost first: at most MAX of them, the innermost ones. Returns how many
 * there are in all.
 */
size_t src_map_steps(const struct src_map *map, src_loc loc, struct src_step *steps, size_t max);

/* From LOC on, which starts a line of FILE, lines come from line LINE of NAME. Markers are given in order. */
void src_map_mark(struct src_map *map, const struct src_file *file, src_loc loc, const char *name,
		  unsigned line);

struct src_place src_map_place(struct src_map *map, src_loc loc);

/* The two ends of a range need not be in order of appearance; an empty one stands aside. */
struct src_range src_range_join(struct src_range a, struct src_range b);

#endif
