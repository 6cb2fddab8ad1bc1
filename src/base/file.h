/*
 * Reading whole input files.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"

struct file_text {
	const char *text; /* NUL-terminated, in the arena */
	size_t length;
};

/* The largest input that is read; a larger one is EFBIG. Positions in a source map have 32 bits. */
#define FILE_SIZE_MAX ((size_t)256 << 20)

/* Returns 0 or an errno value (EISDIR for a directory); nothing is kept open. */
int file_read(struct arena *arena, const char *path, struct file_text *result);

#endif
