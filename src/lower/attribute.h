/*
 * Attributes that a component declares become constants in its C. What C cannot say is reported here.
 */
#ifndef LOWER_ATTRIBUTE_H
#define LOWER_ATTRIBUTE_H

#include "assembly/assembly.h"
#include "base/map.h"
#include "model/model.h"

struct attribute_context {
	struct compilation *compilation;
	const struct assembly *assembly;
	/* Places that had a message: instances of one type share its defaults. */
	struct map errors;
	struct map warnings;
};

void attribute_add_all(struct attribute_context *context, const struct assembly_instance *instance,
		       struct model_component *component);

#endif
