/*
 * Attributes of components as constants of their C: struct definitions, the macro of each value and a
 * declaration in camkes.h, the definition in glue.c; and how the report shows them.
 */
#ifndef EMIT_ATTRIBUTE_H
#define EMIT_ATTRIBUTE_H

#include "emit/binding.h"

void emit_attributes_declare(const struct emit_context *context);
void emit_attributes_define(const struct emit_context *context);

/* "int", "string[]", "config": the type as in the ADL. */
const char *emit_attribute_type(struct arena *arena, const struct model_type *type);

/* The value as a person would read it, on one line; a long list is cut off. */
const char *emit_attribute_value(struct arena *arena, const struct model_attribute *attribute);

#endif
