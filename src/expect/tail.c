#include "expect/tail.h"

#include <string.h>

struct expect_tail expect_tail_create(struct arena *arena, size_t max)
{
	return (struct expect_tail){ arena_array(arena, max, 1), 0, max };
}

/* The older half goes when there is no room. */
void expect_tail_add(struct expect_tail *tail, const char *bytes, size_t length)
{
	if (length > tail->max / 2) {
		bytes += length - tail->max / 2;
		length = tail->max / 2;
	}
	if (tail->length + length > tail->max)
		expect_tail_consume(tail, tail->length < tail->max / 2 ? tail->length : tail->max / 2);
	memcpy(tail->bytes + tail->length, bytes, length);
	tail->length += length;
}

void expect_tail_consume(struct expect_tail *tail, size_t length)
{
	memmove(tail->bytes, tail->bytes + length, tail->length - length);
	tail->length -= length;
}
