/*
 * A set of output files that is written as a whole: when one cannot be, all stay as they were.
 */
#ifndef BASE_OUT_SET_H
#define BASE_OUT_SET_H

#include "base/out.h"

struct out_set;

struct out_set *out_set_create(struct arena *arena);

/* PATH is kept by the caller. Its folder has to be there when the set is written. */
void out_set_add(struct out_set *set, const struct out *out, const char *path);

/* Returns 0, or an errno value and the path that it is about. */
int out_set_commit(const struct out_set *set, const char **failed);

#endif
