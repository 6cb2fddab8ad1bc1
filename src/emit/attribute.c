#include "emit/attribute.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
	LINE_LENGTH = 100,
	SHOWN_LENGTH = 60, /* in the report */
};

static const struct scalar {
	const char *adl, *c;
	const char *before, *after; /* a number that is no int */
} scalars[] = {
#define SCALAR(id, adl, c, least, most, before, after) { adl, c, before, after },
#include "model/scalars.def"
#undef SCALAR
};

/* ------------------------------------------------------------- types */

static const char *c_type(struct arena *arena, const struct model_type *type)
{
	return type->structure			     ? arena_format(arena, "struct %s ", type->structure->tag)
	       : type->scalar == MODEL_SCALAR_STRING ? "char *"
						     : arena_format(arena, "%s ", scalars[type->scalar].c);
}

static const char *adl_type(const struct model_type *type)
{
	if (!type->structure)
		return scalars[type->scalar].adl;
	return type->structure->name ? type->structure->name : "struct";
}

/* "int x[3]"; an attribute whose length nobody knows is "int x[]". */
static const char *declarator(struct arena *arena, const char *name, const struct model_type *type,
			      bool is_field)
{
	const char *start = arena_format(arena, "%s%s", c_type(arena, type), name);
	if (!type->is_array)
		return start;
	if (!type->has_length && !is_field)
		return arena_format(arena, "%s[]", start);
	return arena_format(arena, "%s[%zu]", start, type->length);
}

static bool is_empty_array(const struct model_type *type)
{
	return type->is_array && type->has_length && !type->length;
}

/* A part of it has no elements, which compilers allow as an extension. */
static bool has_empty_list(const struct model_value *value)
{
	if (value->kind != MODEL_VALUE_LIST && value->kind != MODEL_VALUE_STRUCT)
		return false;
	bool found = value->kind == MODEL_VALUE_LIST && !value->as.values->items.count;
	for (size_t i = 0; i < value->as.values->items.count && !found; i++)
		found = has_empty_list(&value->as.values->items.items[i]);
	return found;
}

static void define_struct(const struct emit_context *context, const struct model_struct *structure)
{
	struct arena *arena = context->compilation->arena;
	bool is_extension = false;
	for (size_t i = 0; i < structure->fields.count; i++)
		is_extension |=
			structure->fields.items[i].type.is_array && !structure->fields.items[i].type.length;
	out_text(context->out, "\n");
	out_line(context->out, "/* struct %s%s */", structure->name ? structure->name : "without a name",
		 names_comment_place(context->compilation, structure->range));
	out_line(context->out, "%sstruct %s {", is_extension ? "__extension__ " : "", structure->tag);
	out_indent(context->out);
	for (size_t i = 0; i < structure->fields.count; i++) {
		const struct model_field *field = &structure->fields.items[i];
		out_line(context->out, "%s;", declarator(arena, field->name, &field->type, true));
	}
	out_dedent(context->out);
	out_line(context->out, "};");
}

/* ------------------------------------------------------------ values */

/* A value's text comes in words, between which a line may end. */
struct words {
	struct arena *arena;
	bool is_c;	    /* with suffixes and casts; otherwise for people */
	unsigned in_struct; /* how many are open: a field that is a string is a char *, as in CAmkES */
	VEC(const char *) list;
};

static void add_word(struct words *words, const char *word)
{
	VEC_PUSH(words->arena, &words->list, word);
}

static const char *integer_text(struct arena *arena, enum model_scalar scalar, struct model_integer integer)
{
	const char *sign = integer.negative ? "-" : "";
	if (integer.negative && integer.magnitude > INT64_MAX)
		return "INT64_MIN"; /* its digits alone are no number of a signed type */
	if (integer.magnitude > INT64_MAX)
		return arena_format(arena, "%sUINT64_C(%" PRIu64 ")", sign, integer.magnitude);
	if (integer.magnitude > INT32_MAX)
		return arena_format(arena, "%s%s%" PRIu64 "%s", sign, scalars[scalar].before,
				    integer.magnitude, scalars[scalar].after);
	return arena_format(arena, "%s%" PRIu64, sign, integer.magnitude);
}

/* The fewest digits that give the same number again. */
static const char *real_text(struct arena *arena, double real)
{
	const char *text = NULL;
	for (int digits = 1; digits <= 17; digits++) {
		text = arena_format(arena, "%.*g", digits, real);
		if (strtod(text, NULL) == real)
			break;
	}
	return strpbrk(text, ".e") ? text : arena_format(arena, "%s.0", text);
}

static const char *scalar_text(const struct words *words, const struct model_type *type,
			       const struct model_value *value, bool is_inside)
{
	struct arena *arena = words->arena;
	const char *cast = arena_format(arena, "(%s)", scalars[type->scalar].c);
	if (!words->is_c || !(is_inside || value->kind == MODEL_VALUE_REAL) || !value->is_converted)
		cast = "";
	if (value->kind == MODEL_VALUE_INTEGER && !words->is_c)
		return arena_format(arena, "%s%" PRIu64, value->as.integer.negative ? "-" : "",
				    value->as.integer.magnitude);
	if (value->kind == MODEL_VALUE_INTEGER)
		return arena_format(arena, "%s%s", cast,
				    integer_text(arena, type->scalar, value->as.integer));
	if (value->kind == MODEL_VALUE_REAL)
		return arena_format(arena, "%s%s", cast, real_text(arena, value->as.real));
	return arena_format(arena, "%s\"%s\"", words->is_c && words->in_struct ? "(char *)" : "",
			    value->as.string);
}

static void add_value(struct words *words, const struct model_type *type, const struct model_value *value,
		      bool is_inside);

/* FIELDS is NULL for the elements of a list, all of type ELEMENT. */
static void add_values(struct words *words, const struct model_field *fields,
		       const struct model_type *element, const struct model_values *values)
{
	add_word(words, "{");
	for (size_t i = 0; i < values->items.count; i++) {
		add_value(words, fields ? &fields[i].type : element, &values->items.items[i], true);
		if (i + 1 < values->items.count)
			words->list.items[words->list.count - 1] =
				arena_format(words->arena, "%s,", words->list.items[words->list.count - 1]);
	}
	add_word(words, "}");
}

static void add_value(struct words *words, const struct model_type *type, const struct model_value *value,
		      bool is_inside)
{
	struct model_type element = *type;
	element.is_array = false;
	switch (value->kind) {
	case MODEL_VALUE_LIST:
		add_values(words, NULL, &element, value->as.values);
		break;
	case MODEL_VALUE_STRUCT:
		words->in_struct++;
		add_values(words, type->structure->fields.items, NULL, value->as.values);
		words->in_struct--;
		break;
	case MODEL_VALUE_INTEGER:
	case MODEL_VALUE_REAL:
	case MODEL_VALUE_STRING:
		add_word(words, scalar_text(words, type, value, is_inside));
		break;
	}
}

static struct words value_words(struct arena *arena, const struct model_attribute *attribute, bool is_c)
{
	struct words words = { .arena = arena, .is_c = is_c };
	add_value(&words, &attribute->type, &attribute->value, false);
	return words;
}

/* ----------------------------------------------------------- outputs */

static void define_macro(const struct emit_context *context, const struct model_attribute *attribute)
{
	struct words words = value_words(context->compilation->arena, attribute, true);
	const char *start = arena_format(context->compilation->arena, "#define %s_DEF", attribute->name);
	size_t column = strlen(start);
	out_text(context->out, "%s", start);
	for (size_t i = 0; i < words.list.count; i++) {
		const char *word = words.list.items[i];
		bool breaks = i && column + strlen(word) > LINE_LENGTH;
		out_text(context->out, "%s%s", breaks ? " \\\n\t" : " ", word);
		column = (breaks ? 8 : column + 1) + strlen(word);
	}
	out_text(context->out, "\n");
}

static void declare(const struct emit_context *context, const struct model_attribute *attribute)
{
	struct compilation *compilation = context->compilation;
	out_text(context->out, "\n");
	out_line(context->out, "/* attribute %s %s%s%s%s */", adl_type(&attribute->type), attribute->name,
		 attribute->type.is_array ? "[]" : "", names_comment_place(compilation, attribute->range),
		 attribute->has_value ? "" : " has no value");
	if (attribute->has_value)
		define_macro(context, attribute);
	out_line(context->out, "%sextern const %s;", is_empty_array(&attribute->type) ? "__extension__ " : "",
		 declarator(compilation->arena, attribute->name, &attribute->type, false));
}

void emit_attributes_declare(const struct emit_context *context)
{
	const struct model_component *component = context->pd->component;
	for (size_t i = 0; i < component->structs.count; i++)
		define_struct(context, component->structs.items[i]);
	for (size_t i = 0; i < component->attributes.count; i++)
		declare(context, &component->attributes.items[i]);
}

void emit_attributes_define(const struct emit_context *context)
{
	struct arena *arena = context->compilation->arena;
	const struct model_component *component = context->pd->component;
	const char *heading = "\n/* Attributes. */\n";
	for (size_t i = 0; i < component->attributes.count; i++) {
		const struct model_attribute *attribute = &component->attributes.items[i];
		bool is_converted =
			attribute->value.kind == MODEL_VALUE_INTEGER && attribute->value.is_converted;
		if (!attribute->has_value)
			continue;
		out_text(context->out, "%s", heading);
		heading = "";
		out_line(context->out, "%sconst %s = %s%s_DEF;",
			 has_empty_list(&attribute->value) ? "__extension__ " : "",
			 declarator(arena, attribute->name, &attribute->type, false),
			 is_converted ? arena_format(arena, "(%s)", scalars[attribute->type.scalar].c) : "",
			 attribute->name);
	}
}

const char *emit_attribute_type(struct arena *arena, const struct model_type *type)
{
	return arena_format(arena, "%s%s", adl_type(type), type->is_array ? "[]" : "");
}

const char *emit_attribute_value(struct arena *arena, const struct model_attribute *attribute)
{
	struct words words = value_words(arena, attribute, false);
	struct out *out = out_create(arena);
	for (size_t i = 0; i < words.list.count; i++) {
		if (i && out_length(out) + strlen(words.list.items[i]) > SHOWN_LENGTH) {
			out_text(out, " ...");
			break;
		}
		out_text(out, "%s%s", i ? " " : "", words.list.items[i]);
	}
	return out_string(out);
}
