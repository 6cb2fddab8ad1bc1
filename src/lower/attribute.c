#include "lower/attribute.h"

#include "lower/literal.h"

#include <stdarg.h>
#include <string.h>

static const struct scalar {
	const char *name;
	adl_integer least, most;
} scalars[] = {
#define SCALAR(id, adl, c, least, most, before, after) { adl, least, most },
#include "model/scalars.def"
#undef SCALAR
};

/* One component's attributes. */
struct lowering {
	struct attribute_context *context;
	struct compilation *compilation;
	const struct assembly_instance *instance;
	struct model_component *component;
	const struct assembly_attribute *attribute; /* the one at hand */
	struct map structs;			    /* struct adl_struct * -> struct model_struct * */
	struct map lengths; /* struct model_type * -> struct src_range *: the value that it got its length
			       from */
};

/* ----------------------------------------------------------- messages */

/* Where VALUE was written, or else the attribute; false: SAID has it already. */
static bool place(struct lowering *lowering, struct map *said, const struct adl_value *value,
		  struct src_range *range)
{
	*range = value && value->range.end ? value->range : lowering->attribute->range;
	const void *key = (const void *)(uintptr_t)range->begin;
	if (!key)
		return true;
	if (map_get(said, key))
		return false;
	map_set(lowering->compilation->arena, said, key, lowering);
	return true;
}

static void report(struct lowering *lowering, struct src_range range, const char *reason)
{
	diag_report(lowering->compilation->diag, DIAG_ATTRIBUTE_CONSTANT, range,
		    "attribute '%s' of instance '%s' cannot be a constant in C: %s",
		    lowering->attribute->name, lowering->instance->name, reason);
}

static void refuse(struct lowering *lowering, const struct adl_value *value, const char *format, ...)
	BASE_PRINTF(3, 4);

static void refuse(struct lowering *lowering, const struct adl_value *value, const char *format, ...)
{
	struct src_range range;
	va_list arguments;
	va_start(arguments, format);
	if (place(lowering, &lowering->context->errors, value, &range))
		report(lowering, range, arena_vformat(lowering->compilation->arena, format, arguments));
	va_end(arguments);
}

static const char *kind_name(enum adl_value_kind kind)
{
	static const char *const names[] = {
		[ADL_VALUE_INTEGER] = "an integer",    [ADL_VALUE_REAL] = "a real number",
		[ADL_VALUE_STRING] = "a string",       [ADL_VALUE_LIST] = "a list",
		[ADL_VALUE_DICT] = "a dict",	       [ADL_VALUE_QUERY] = "a query",
		[ADL_VALUE_REFERENCE] = "a reference",
	};
	return names[kind];
}

static void refuse_kind(struct lowering *lowering, const struct adl_attribute *field,
			const struct adl_value *value, const char *wanted)
{
	refuse(lowering, value, "'%s' takes %s, not %s", field->name.text, wanted, kind_name(value->kind));
}

/* -------------------------------------------------------------- types */

static struct model_struct *struct_of(struct lowering *lowering, const struct adl_struct *structure);

static struct model_type type_of(struct lowering *lowering, const struct adl_attribute *field)
{
	const struct adl_struct *structure = assembly_structure(lowering->context->assembly, field);
	struct model_type type = { .is_array = field->is_array };
	if (structure) {
		type.structure = struct_of(lowering, structure);
		return type;
	}
	while (type.scalar < MODEL_SCALAR_COUNT - 1 && strcmp(scalars[type.scalar].name, field->type.name))
		type.scalar++;
	return type;
}

/* Adds the structs inside first. None is inside itself, and how deep they nest was checked. */
static struct model_struct *struct_of(struct lowering *lowering, const struct adl_struct *structure)
{
	struct arena *arena = lowering->compilation->arena;
	struct model_struct *made = map_get(&lowering->structs, structure);
	if (made)
		return made;
	made = ARENA_NEW(arena, struct model_struct);
	made->name = structure->name.text;
	made->tag = made->name ? made->name
			       : arena_format(arena, "camkes_anon_struct_%u", structure->anonymous_index);
	made->range = structure->range;
	for (size_t i = 0; i < structure->fields.count; i++) {
		const struct adl_attribute *field = structure->fields.items[i];
		VEC_PUSH(arena, &made->fields,
			 (struct model_field){ field->name.text, type_of(lowering, field) });
	}
	map_set(arena, &lowering->structs, structure, made);
	VEC_PUSH(arena, &lowering->component->structs, made);
	return made;
}

/* ------------------------------------------------------------- values */

static void lower_integer(struct lowering *lowering, const struct scalar *scalar,
			  const struct adl_value *value, struct model_value *made)
{
	adl_integer integer = value->as.integer;
	if (integer < INT64_MIN || integer > UINT64_MAX) {
		refuse(lowering, value, "the integer does not fit 64 bits");
		return;
	}
	made->kind = MODEL_VALUE_INTEGER;
	made->is_converted = integer < scalar->least || integer > scalar->most;
	made->as.integer.negative = integer < 0;
	made->as.integer.magnitude = (uint64_t)(integer < 0 ? -integer : integer);
}

/* A default may be a real number for an integer; the conversion has to be one that C defines. */
static void lower_real(struct lowering *lowering, const struct scalar *scalar, const struct adl_value *value,
		       struct model_value *made)
{
	double real = value->as.real;
	if (!(real > (double)scalar->least - 1 && real < (double)scalar->most + 1)) {
		refuse(lowering, value, "the number does not fit type %s", scalar->name);
		return;
	}
	made->kind = MODEL_VALUE_REAL;
	made->is_converted = true;
	made->as.real = real;
}

static void lower_string(struct lowering *lowering, const struct adl_value *value, struct model_value *made)
{
	struct src_range range;
	struct literal literal = literal_from(lowering->compilation->arena, value->as.string);
	if (!literal.text) {
		refuse(lowering, value, "%s", literal.problem);
		return;
	}
	if (literal.drops && place(lowering, &lowering->context->warnings, value, &range))
		diag_report(lowering->compilation->diag, DIAG_STRING_ESCAPE, range,
			    "the string of attribute '%s' has a backslash that begins no escape of C, and so "
			    "is left out; write \\\\ for a backslash",
			    lowering->attribute->name);
	made->kind = MODEL_VALUE_STRING;
	made->as.string = literal.text;
}

static void lower_scalar(struct lowering *lowering, const struct adl_attribute *field,
			 const struct model_type *type, const struct adl_value *value,
			 struct model_value *made)
{
	bool is_string = type->scalar == MODEL_SCALAR_STRING;
	if (is_string && value->kind == ADL_VALUE_STRING)
		lower_string(lowering, value, made);
	else if (!is_string && value->kind == ADL_VALUE_INTEGER)
		lower_integer(lowering, &scalars[type->scalar], value, made);
	else if (!is_string && value->kind == ADL_VALUE_REAL)
		lower_real(lowering, &scalars[type->scalar], value, made);
	else
		refuse_kind(lowering, field, value, is_string ? "a string" : "an integer");
}

static void lower_value(struct lowering *lowering, const struct adl_attribute *field, struct model_type *type,
			const struct adl_value *value, struct model_value *made);

static void lower_struct(struct lowering *lowering, const struct adl_attribute *field,
			 const struct adl_struct *structure, const struct adl_value *value,
			 struct model_value *made)
{
	struct model_struct *made_struct = map_get(&lowering->structs, structure);
	if (value->kind != ADL_VALUE_DICT) {
		refuse_kind(lowering, field, value, "a dict");
		return;
	}
	made->kind = MODEL_VALUE_STRUCT;
	made->as.values = ARENA_NEW(lowering->compilation->arena, struct model_values);
	for (size_t i = 0; i < structure->fields.count; i++) {
		const struct adl_attribute *inner = structure->fields.items[i];
		const struct adl_value *given = adl_dict_find(value->as.dict, inner->name.text);
		struct model_value item = { 0 };
		if (given)
			lower_value(lowering, inner, &made_struct->fields.items[i].type, given, &item);
		else
			refuse(lowering, value, "field '%s' has no value", inner->name.text);
		VEC_PUSH(lowering->compilation->arena, &made->as.values->items, item);
	}
}

static void lower_item(struct lowering *lowering, const struct adl_attribute *field, struct model_type *type,
		       const struct adl_value *value, struct model_value *made)
{
	if (type->structure)
		lower_struct(lowering, field, assembly_structure(lowering->context->assembly, field), value,
			     made);
	else
		lower_scalar(lowering, field, type, value, made);
}

/* An array in a struct is as long as its first value, wherever else the struct is used: so it is in CAmkES.
 */
static void fit_length(struct lowering *lowering, const struct adl_attribute *field, struct model_type *type,
		       const struct adl_value *value)
{
	struct compilation *compilation = lowering->compilation;
	size_t count = value->as.list->items.count;
	struct src_range range;
	if (!type->has_length) {
		struct src_range *first = ARENA_NEW(compilation->arena, struct src_range);
		*first = value->range.end ? value->range : lowering->attribute->range;
		map_set(compilation->arena, &lowering->lengths, type, first);
		type->has_length = true;
		type->length = count;
	}
	bool is_longer = count > type->length;
	if (count == type->length ||
	    !place(lowering, is_longer ? &lowering->context->errors : &lowering->context->warnings, value,
		   &range))
		return;
	if (is_longer)
		report(lowering, range,
		       arena_format(compilation->arena, "array '%s' has %zu elements here, but room for %zu",
				    field->name.text, count, type->length));
	else
		diag_report(compilation->diag, DIAG_ARRAY_LENGTH, range,
			    "array '%s' has %zu elements here, but %zu in C, where the last ones are zero",
			    field->name.text, count, type->length);
	diag_note(compilation->diag, *(struct src_range *)map_get(&lowering->lengths, type),
		  "an array in a struct is as long as its first value, which is here");
}

static void lower_value(struct lowering *lowering, const struct adl_attribute *field, struct model_type *type,
			const struct adl_value *value, struct model_value *made)
{
	if (!type->is_array) {
		lower_item(lowering, field, type, value, made);
		return;
	}
	if (value->kind != ADL_VALUE_LIST) {
		refuse_kind(lowering, field, value, "a list");
		return;
	}
	fit_length(lowering, field, type, value);
	made->kind = MODEL_VALUE_LIST;
	made->as.values = ARENA_NEW(lowering->compilation->arena, struct model_values);
	for (size_t i = 0; i < value->as.list->items.count; i++) {
		struct model_value item = { 0 };
		lower_item(lowering, field, type, &value->as.list->items.items[i], &item);
		VEC_PUSH(lowering->compilation->arena, &made->as.values->items, item);
	}
}

/* --------------------------------------------------------- attributes */

static bool contains_struct(const struct model_struct *structure)
{
	for (size_t i = 0; structure && i < structure->fields.count; i++)
		if (structure->fields.items[i].type.structure)
			return true;
	return false;
}

/* Only a declaration reaches C; camkes-tool fails where it would have to look into the value for the type. */
static void warn_unset(struct lowering *lowering, const struct model_type *type)
{
	struct src_range range;
	if ((type->is_array || contains_struct(type->structure)) &&
	    place(lowering, &lowering->context->warnings, NULL, &range))
		diag_report(lowering->compilation->diag, DIAG_PORTABILITY, range,
			    "camkes-tool fails at attribute '%s', which has no value and is %s",
			    lowering->attribute->name,
			    type->is_array ? "an array" : "a struct in which there is another");
}

/* A dataport's size is a macro of the program's. */
static void check_macros(struct lowering *lowering)
{
	const struct assembly_instance *instance = lowering->instance;
	for (size_t i = 0; i < instance->interfaces.count; i++) {
		const struct assembly_interface *interface = instance->interfaces.items[i];
		size_t length = strlen(interface->name);
		const char *name = lowering->attribute->name;
		if (interface->declaration->kind != ADL_DATAPORT || strncmp(name, interface->name, length) ||
		    strcmp(name + length, "_size"))
			continue;
		refuse(lowering, NULL, "'%s' is the size of dataport '%s'", name, interface->name);
	}
}

static void add_attribute(struct lowering *lowering, const struct assembly_attribute *attribute)
{
	const struct adl_attribute *declaration = attribute->declaration;
	lowering->attribute = attribute;
	struct model_attribute made = {
		.name = attribute->name,
		.type = type_of(lowering, declaration),
		.has_value = attribute->has_value,
		.is_set = attribute->is_set,
		.range = declaration->range,
		.value_range = attribute->range,
	};
	if (attribute->has_value) {
		check_macros(lowering);
		lower_value(lowering, declaration, &made.type, &attribute->value, &made.value);
	} else {
		warn_unset(lowering, &made.type);
	}
	VEC_PUSH(lowering->compilation->arena, &lowering->component->attributes, made);
}

void attribute_add_all(struct attribute_context *context, const struct assembly_instance *instance,
		       struct model_component *component)
{
	struct lowering lowering = {
		.context = context,
		.compilation = context->compilation,
		.instance = instance,
		.component = component,
	};
	for (size_t i = 0; i < instance->attributes.list.count; i++)
		if (instance->attributes.list.items[i].declaration)
			add_attribute(&lowering, &instance->attributes.list.items[i]);
}
