/*
 * Dependency files: the inputs of an output as a Makefile rule, for make, ninja and CMake.
 */
#ifndef BASE_DEPFILE_H
#define BASE_DEPFILE_H

#include "base/arena.h"

/* Returns 0 or an errno value. Each input also gets an empty rule, so that a deleted one is no error. */
int depfile_write(struct arena *arena, const char *path, const char *target, const char *const *inputs,
		  size_t count);

#endif
