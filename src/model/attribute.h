/*
 * Attributes of components as their C sees them: constants, with the types and struct definitions that they
 * need. All that is here can be said in C; what cannot has been reported before. It lives in the
 * compilation's arena.
 */
#ifndef MODEL_ATTRIBUTE_H
#define MODEL_ATTRIBUTE_H

#include "base/source.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stdint.h>

enum model_scalar {
#define SCALAR(id, adl, c, least, most, before, after) MODEL_SCALAR_##id,
#include "model/scalars.def"
#undef SCALAR
	MODEL_SCALAR_COUNT
};

struct model_struct;

struct model_type {
	const struct model_struct *structure; /* NULL: a scalar */
	enum model_scalar scalar;
	bool is_array;
	bool has_length; /* of an array: no value of it is known otherwise */
	size_t length;
};

struct model_field {
	const char *name;
	struct model_type type;
};

struct model_struct {
	const char *tag;
	const char *name; /* in the ADL; NULL: it has none */
	VEC(struct model_field) fields;
	struct src_range range;
};

enum model_value_kind {
	MODEL_VALUE_INTEGER,
	MODEL_VALUE_REAL,
	MODEL_VALUE_STRING,
	MODEL_VALUE_LIST,
	MODEL_VALUE_STRUCT,
};

struct model_integer {
	bool negative;
	uint64_t magnitude;
};

struct model_values {
	VEC(struct model_value) items;
};

struct model_value {
	enum model_value_kind kind;
	bool is_converted; /* a number that is not one of its type: C converts it */
	union {
		struct model_integer integer;
		double real;
		const char *string;	     /* what stands between the quotes in C, escapes and all */
		struct model_values *values; /* the elements of a list, or a struct's fields in its order */
	} as;
};

struct model_attribute {
	const char *name;
	struct model_type type;
	bool has_value;
	bool is_set; /* the value is from a setting, not the default */
	struct model_value value;
	struct src_range range;	      /* the declaration */
	struct src_range value_range; /* the setting, or else the declaration */
};

#endif
