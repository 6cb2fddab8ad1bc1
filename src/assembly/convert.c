#include "assembly/convert.h"

#include <string.h>

struct scalar {
	const char *name;
	enum adl_value_kind kind;
	adl_integer least, most;
	bool rejected_by_reference; /* camkes-tool knows the type, but takes no value for it */
};

static const struct scalar scalars[] = {
	{ "int", ADL_VALUE_INTEGER, INT32_MIN, INT32_MAX, false },
	{ "unsigned int", ADL_VALUE_INTEGER, 0, UINT32_MAX, true },
	{ "int64_t", ADL_VALUE_INTEGER, INT64_MIN, INT64_MAX, false },
	{ "uint64_t", ADL_VALUE_INTEGER, 0, UINT64_MAX, false },
	{ "char", ADL_VALUE_INTEGER, INT8_MIN, UINT8_MAX, true },
	{ "signed char", ADL_VALUE_INTEGER, INT8_MIN, INT8_MAX, true },
	{ "unsigned char", ADL_VALUE_INTEGER, 0, UINT8_MAX, true },
	{ "string", ADL_VALUE_STRING, 0, 0, false },
};

static const struct scalar *find_scalar(const char *name)
{
	for (size_t i = 0; i < sizeof scalars / sizeof *scalars; i++)
		if (!strcmp(scalars[i].name, name))
			return &scalars[i];
	return NULL;
}

static const char *kind_name(enum adl_value_kind kind)
{
	switch (kind) {
	case ADL_VALUE_INTEGER:
		return "an integer";
	case ADL_VALUE_REAL:
		return "a real number";
	case ADL_VALUE_STRING:
		return "a string";
	case ADL_VALUE_LIST:
		return "a list";
	case ADL_VALUE_DICT:
		return "a dict";
	case ADL_VALUE_QUERY:
	case ADL_VALUE_REFERENCE:
		break;
	}
	return "no value";
}

static const char *type_name(struct convert *convert, const struct adl_attribute *field)
{
	const struct adl_struct *structure = map_get(&convert->resolver->structures, field);
	const char *name =
		structure ? (structure->name.text ? structure->name.text : "struct") : field->type.name;
	return field->is_array ? arena_format(convert->resolver->arena, "%s[]", name) : name;
}

/* The field in question, when it is not the attribute itself. */
static const char *field_text(struct convert *convert, const struct adl_attribute *field)
{
	return field == convert->declaration
		       ? ""
		       : arena_format(convert->resolver->arena, " (in field '%s')", field->name.text);
}

/* The element at fault, unless the value was written elsewhere. */
static struct src_range place(const struct convert *convert, const struct adl_value *value)
{
	return convert->is_elsewhere || !value->range.end ? convert->range : value->range;
}

/* IS_ELEMENT: of an array. */
static bool report_mismatch(struct convert *convert, const struct adl_attribute *field,
			    const struct adl_value *value, bool is_element)
{
	struct diag *diag = convert->resolver->diag;
	const char *name = convert->declaration->name.text;
	const char *type = type_name(convert, field);
	const char *has = is_element ? "has an element that is" : convert->is_default ? "is" : "is set to";
	if (convert->failed)
		return false;
	convert->failed = true;
	if (convert->is_default) {
		diag_report(diag, DIAG_DEFAULT_TYPE, place(convert, value),
			    "the default of attribute '%s' %s %s, but the type is %s%s", name, has,
			    kind_name(value->kind), type, field_text(convert, field));
		return false;
	}
	diag_report(diag, DIAG_ATTRIBUTE_TYPE, place(convert, value),
		    "attribute '%s' %s %s, but its type is %s%s", name, has, kind_name(value->kind), type,
		    field_text(convert, field));
	diag_note(diag, field->name.range, "'%s' is declared here", field->name.text);
	return false;
}

static bool convert_integer(struct convert *convert, const struct adl_attribute *field,
			    const struct scalar *scalar, const struct adl_value *value)
{
	struct diag *diag = convert->resolver->diag;
	if (scalar->rejected_by_reference && !convert->is_default) {
		if (convert->resolver->options->strict)
			return report_mismatch(convert, field, value, field->is_array);
		if (!convert->failed)
			diag_report(diag, DIAG_PORTABILITY, place(convert, value),
				    "camkes-tool takes no integer for an attribute of type %s", scalar->name);
		convert->failed = true;
	}
	if ((value->as.integer < scalar->least || value->as.integer > scalar->most) && !convert->failed) {
		diag_report(diag, DIAG_INTEGER_RANGE, place(convert, value),
			    "%s is out of range for attribute '%s' of type %s%s",
			    assembly_value_text(convert->resolver, value), convert->declaration->name.text,
			    scalar->name, field_text(convert, field));
		convert->failed = true;
	}
	return true;
}

static bool convert_scalar(struct convert *convert, const struct adl_attribute *field,
			   struct adl_value *value)
{
	const struct scalar *scalar = find_scalar(field->type.name);
	if (!scalar)
		return true; /* a connector's attribute may have any type */
	if (value->kind != scalar->kind)
		return report_mismatch(convert, field, value, field->is_array);
	return value->kind != ADL_VALUE_INTEGER || convert_integer(convert, field, scalar, value);
}

static bool convert_field(struct convert *convert, const struct adl_attribute *field,
			  struct adl_value *value);

static bool is_named(const struct adl_value *key, const char *name)
{
	return key->kind == ADL_VALUE_STRING && !strcmp(key->as.string, name);
}

static const struct adl_value *find_entry(const struct adl_dict *dict, const char *name)
{
	for (size_t i = 0; i < dict->entries.count; i++)
		if (is_named(&dict->entries.items[i].key, name))
			return &dict->entries.items[i].value;
	return NULL;
}

static bool report_missing(struct convert *convert, const struct adl_struct *structure,
			   const struct adl_attribute *field, const struct adl_value *value)
{
	struct diag *diag = convert->resolver->diag;
	if (convert->failed)
		return false;
	convert->failed = true;
	diag_report(diag, convert->is_default ? DIAG_DEFAULT_TYPE : DIAG_MISSING_FIELD, place(convert, value),
		    "no value for field '%s' of struct '%s', and it has no default", field->name.text,
		    structure->name.text ? structure->name.text : "(unnamed)");
	diag_note(diag, field->name.range, "'%s' is declared here", field->name.text);
	return false;
}

static bool all_have_defaults(struct resolver *resolver, const struct adl_struct *structure);

/* A field that is a struct itself has a default when all of its own fields have one. */
static bool has_default(struct resolver *resolver, const struct adl_attribute *field)
{
	const struct adl_struct *structure = map_get(&resolver->structures, field);
	return field->has_default ||
	       (structure && !field->is_array && all_have_defaults(resolver, structure));
}

/* Remembered: structs in structs in structs have more paths than there is time. */
static bool all_have_defaults(struct resolver *resolver, const struct adl_struct *structure)
{
	static char yes, no;
	const void *known = map_get(&resolver->struct_defaults, structure);
	if (known)
		return known == &yes;
	bool all = true;
	for (size_t i = 0; i < structure->fields.count; i++)
		all &= has_default(resolver, structure->fields.items[i]);
	map_set(resolver->arena, &resolver->struct_defaults, structure, all ? &yes : &no);
	return all;
}

static void warn_extra(struct convert *convert, const struct adl_struct *structure,
		       const struct adl_dict *dict)
{
	for (size_t i = 0; i < dict->entries.count && !structure->incomplete; i++) {
		const struct adl_value *key = &dict->entries.items[i].key;
		bool known = false;
		for (size_t j = 0; j < structure->fields.count; j++)
			known |= is_named(key, structure->fields.items[j]->name.text);
		if (known)
			continue;
		diag_report(convert->resolver->diag, DIAG_EXTRA_FIELD, place(convert, key),
			    "struct '%s' has no field %s; the value is dropped",
			    structure->name.text ? structure->name.text : "(unnamed)",
			    assembly_value_text(convert->resolver, key));
	}
}

/* A query's result holds the node one level down, where the fields of a struct are meant to come from. */
static const struct adl_dict *given_fields(struct convert *convert, const struct adl_struct *structure,
					   const struct adl_dict *given)
{
	const struct adl_value *query = convert->from_query ? find_entry(given, "query") : NULL;
	for (size_t i = 0; query && i < structure->fields.count; i++)
		if (!strcmp(structure->fields.items[i]->name.text, "query"))
			query = NULL;
	if (!query || query->kind != ADL_VALUE_LIST || query->as.list->items.count != 1 ||
	    query->as.list->items.items[0].kind != ADL_VALUE_DICT)
		return given;
	return query->as.list->items.items[0].as.dict;
}

static bool convert_struct(struct convert *convert, const struct adl_struct *structure,
			   struct adl_value *value)
{
	struct arena *arena = convert->resolver->arena;
	const struct adl_dict *given = given_fields(convert, structure, value->as.dict);
	struct adl_dict *made = ARENA_NEW(arena, struct adl_dict);
	bool ok = true;
	if (!assembly_has_room(convert->resolver, structure->fields.count))
		return false;
	for (size_t i = 0; i < structure->fields.count; i++) {
		const struct adl_attribute *field = structure->fields.items[i];
		const struct adl_value *found = find_entry(given, field->name.text);
		struct adl_entry entry = {
			.key = { .kind = ADL_VALUE_STRING,
				 .range = field->name.range,
				 .as.string = field->name.text },
		};
		if (found) {
			entry.value = *found;
		} else if (field->has_default) {
			entry.value = field->value;
		} else if (has_default(convert->resolver, field)) {
			entry.value = (struct adl_value){ .kind = ADL_VALUE_DICT, .range = value->range };
			entry.value.as.dict = ARENA_NEW(arena, struct adl_dict);
		} else {
			ok &= report_missing(convert, structure, field, value);
			continue;
		}
		ok &= convert_field(convert, field, &entry.value);
		VEC_PUSH(arena, &made->entries, entry);
	}
	if (!convert->from_query)
		warn_extra(convert, structure, given);
	value->as.dict = made;
	return ok;
}

static bool convert_item(struct convert *convert, const struct adl_attribute *field, struct adl_value *value)
{
	const struct adl_struct *structure = map_get(&convert->resolver->structures, field);
	if (!structure)
		return convert_scalar(convert, field, value);
	if (value->kind != ADL_VALUE_DICT)
		return report_mismatch(convert, field, value, field->is_array);
	return convert_struct(convert, structure, value);
}

static bool convert_field(struct convert *convert, const struct adl_attribute *field, struct adl_value *value)
{
	if (map_get(&convert->resolver->bad_attributes, field))
		return true;
	if (convert->from_query && value->kind == ADL_VALUE_LIST && value->as.list->items.count == 1 &&
	    (!field->is_array || value->as.list->items.items[0].kind == ADL_VALUE_LIST))
		*value = value->as.list->items.items[0]; /* queries find lists, of one more often than not */
	if (!field->is_array)
		return convert_item(convert, field, value);
	if (value->kind != ADL_VALUE_LIST)
		return report_mismatch(convert, field, value, false);
	const struct adl_list *given = value->as.list;
	struct adl_list *made = ARENA_NEW(convert->resolver->arena, struct adl_list);
	bool ok = true;
	for (size_t i = 0; i < given->items.count; i++) {
		struct adl_value item = given->items.items[i];
		ok &= convert_item(convert, field, &item);
		VEC_PUSH(convert->resolver->arena, &made->items, item);
	}
	value->as.list = made;
	return ok;
}

bool convert_value(struct convert *convert, struct adl_value *value)
{
	return convert_field(convert, convert->declaration, value);
}
