/*
 * Text of which only the end is kept once there is too much.
 */
#ifndef EXPECT_TAIL_H
#define EXPECT_TAIL_H

#include "base/arena.h"

struct expect_tail {
	char *bytes;
	size_t length;
	size_t max;
};

struct expect_tail expect_tail_create(struct arena *arena, size_t max);
void expect_tail_add(struct expect_tail *tail, const char *bytes, size_t length);

/* Drops the first LENGTH bytes. */
void expect_tail_consume(struct expect_tail *tail, size_t length);

#endif
