/*
 * Whether a value fits a declared attribute, and what it then is: structs become dicts with all their fields,
 * in order.
 */
#ifndef ASSEMBLY_CONVERT_H
#define ASSEMBLY_CONVERT_H

#include "assembly/passes.h"

/* What is converted, for messages. */
struct convert {
	struct resolver *resolver;
	const struct adl_attribute *declaration; /* the attribute as a whole */
	struct src_range range;			 /* where the value was written */
	bool is_elsewhere;			 /* the value came here through "<-" or a query */
	bool is_default;
	bool from_query; /* what was found may be more, and deeper, than what is asked for */
	bool failed;	 /* something was said: the rest would be more of the same */
};

/* Returns whether *VALUE fits; it is replaced by what it is. */
bool convert_value(struct convert *convert, struct adl_value *value);

#endif
