/*
 * ADL strings as C string literals. The ADL has no escapes: what stands between the quotes is C's to
 * interpret, as it was under CAmkES. So the text stays as it is, but for what compilers take and the C
 * standard does not.
 */
#ifndef LOWER_LITERAL_H
#define LOWER_LITERAL_H

#include "base/arena.h"

#include <stdbool.h>

struct literal {
	const char *text;    /* the inside of a C string literal; NULL: it cannot be one */
	const char *problem; /* why not */
	bool drops;	     /* backslashes that begin no escape of C are left out, as compilers do */
};

struct literal literal_from(struct arena *arena, const char *text);

#endif
