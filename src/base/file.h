/*
 * Reading whole input files.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* Which file it is, by whatever path it was found. */
struct file_identity {
	uintmax_t device;
	uintmax_t number; /* zero both: no file */
};

struct file_text {
	const char *text; /* NUL-terminated, in the arena */
	size_t length;
	struct file_identity identity;
};

bool file_same(struct file_identity a, struct file_identity b);

/* Zero for what cannot be found. */
struct file_identity file_identify(const char *path);

/* The largest input that is read; a larger one is EFBIG. Positions in a source map have 32 bits. */
#define FILE_SIZE_MAX ((size_t)256 << 20)

/* Returns 0 or an errno value (EISDIR for a directory); nothing is kept open. */
int file_read(struct arena *arena, const char *path, struct file_text *result);

#endif
