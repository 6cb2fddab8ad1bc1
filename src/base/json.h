/*
 * JSON files that other tools wrote: read into a tree that lives in the arena. Numbers are unsigned integers;
 * a file with others, or with escapes in its texts, is refused.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/compilation.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stdint.h>

enum json_kind { JSON_TEXT, JSON_NUMBER, JSON_TRUTH, JSON_LIST, JSON_OBJECT };

struct json {
	enum json_kind kind;
	const char *name; /* as a member of an object; else NULL */
	const char *text;
	uint64_t number; /* of a truth value: 0 or 1 */
	VEC(struct json) items;
	struct src_range range;
};

/* NULL after an error, reported as ID. */
const struct json *json_read(struct compilation *compilation, const char *path, enum diag_id id);

/* A member of an object, or NULL. */
const struct json *json_member(const struct json *object, const char *name);

/* The number of a member, or OTHERWISE. */
uint64_t json_number(const struct json *object, const char *name, uint64_t otherwise);

#endif
