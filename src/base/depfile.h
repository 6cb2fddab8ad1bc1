/*
 * Dependency files: the inputs of an output as a Makefile rule, for make, ninja and CMake.
 */
#ifndef BASE_DEPFILE_H
#define BASE_DEPFILE_H

#include "base/out.h"

/* Each input also gets an empty rule, so that a deleted one is no error. */
struct out *depfile_make(struct arena *arena, const char *target, const char *const *inputs, size_t count);

#endif
