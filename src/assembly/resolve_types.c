/*
 * resolve_types: the procedures of interfaces and the structs of attributes and fields. Looks up top-level
 * names for all other passes too: a name has to be defined earlier in the text, unless forward references are
 * allowed.
 */
#include "assembly/passes.h"

#include <string.h>

const char *assembly_qname_text(struct resolver *resolver, const struct adl_qname *name)
{
	if (name->parts.count == 1)
		return name->parts.items[0].text;
	const char *text = "";
	for (size_t i = 0; i < name->parts.count; i++)
		text = arena_format(resolver->arena, "%s%s%s", text, i ? "." : "", name->parts.items[i].text);
	return intern_cstr(resolver->compilation->names, text);
}

const char *assembly_did_you_mean(struct resolver *resolver, const struct suggest *suggest)
{
	const char *best = suggest_best(suggest);
	return best ? arena_format(resolver->arena, "; did you mean '%s'?", best) : "";
}

bool assembly_may_be_lost(const struct resolver *resolver, const char *name, const struct suggest *suggest)
{
	return map_get(&resolver->spec->lost_words, name) || !suggest_best(suggest);
}

static void report_unknown(struct resolver *resolver, enum adl_item_kind kind, const char *name,
			   struct src_range range)
{
	if (map_get(&resolver->unknown_names[kind], name))
		return;
	map_set(resolver->arena, &resolver->unknown_names[kind], name, resolver);

	/* Many errors over many names must not take quadratic time. */
	struct suggest suggest = suggest_for(name);
	if (resolver->suggestions++ < SUGGESTIONS_MAX)
		for (size_t i = 0; i < resolver->spec->items.count; i++)
			if (resolver->items[i].name && resolver->items[i].ast->kind == kind)
				suggest_offer(&suggest, resolver->items[i].name);
	struct item *near = suggest_best(&suggest)
				    ? map_get(&resolver->items_by_name[kind], suggest_best(&suggest))
				    : NULL;
	if (resolver->spec->incomplete && assembly_may_be_lost(resolver, name, &suggest))
		return;
	if (near)
		near->used = near->used_across_files = true;
	bool is_type = kind == ADL_ITEM_STRUCT;
	diag_report(resolver->diag, DIAG_UNKNOWN_NAME, range, "unknown %s '%s'%s",
		    is_type ? "type" : assembly_kind_name(kind), name,
		    assembly_did_you_mean(resolver, &suggest));
	if (is_type)
		diag_note(resolver->diag, range,
			  "an attribute is an int, unsigned int, char, string, int64_t, uint64_t or a struct "
			  "of the "
			  "specification");
	if (near)
		diag_note(resolver->diag, near->ast->range, "'%s' is defined here", near->name);
	for (int other = 0; other < ITEM_KINDS; other++) {
		const struct item *item = map_get(&resolver->items_by_name[other], name);
		if (item)
			diag_note(resolver->diag, item->ast->range, "'%s' is a %s", name,
				  assembly_kind_name(item->ast->kind));
	}
}

static void report_early_use(struct resolver *resolver, const struct item *item, struct src_range range)
{
	const char *kind = assembly_kind_name(item->ast->kind);
	if (map_get(&resolver->early_names, item->ast))
		return;
	map_set(resolver->arena, &resolver->early_names, item->ast, resolver);
	diag_report(resolver->diag, DIAG_USE_BEFORE_DEFINITION, range,
		    "%s '%s' is used before its definition", kind, item->name);
	diag_note(resolver->diag, item->ast->range,
		  "'%s' is defined here; --allow-forward-references lets it be used before", item->name);
}

struct item *assembly_find_item(struct resolver *resolver, enum adl_item_kind kind,
				const struct adl_qname *name, struct item *user)
{
	const char *text = assembly_qname_text(resolver, name);
	struct item *item = map_get(&resolver->items_by_name[kind], text);
	if (!item) {
		report_unknown(resolver, kind, text, name->range);
		return NULL;
	}
	item->used |= item != user;
	item->used_across_files |= item->ast->file != user->ast->file;
	if (item->index > user->index && !resolver->options->forward_references)
		report_early_use(resolver, item, name->range);
	return item;
}

const char *assembly_interface_kind(const struct adl_interface *interface)
{
	switch (interface->kind) {
	case ADL_PROVIDES:
		return "provides";
	case ADL_USES:
		return "uses";
	case ADL_EMITS:
		return "emits";
	case ADL_CONSUMES:
		return "consumes";
	case ADL_DATAPORT:
		return "dataport";
	}
	return NULL;
}

const char *assembly_interface_type(const struct adl_interface *interface)
{
	return interface->type_name;
}

bool assembly_same_type(const struct interface *a, const struct interface *b)
{
	if (a->bad || b->bad)
		return true;
	if (a->procedure || b->procedure)
		return a->procedure == b->procedure;
	return !strcmp(a->ast->type_name, b->ast->type_name);
}

static void resolve_interfaces(struct resolver *resolver, struct component *component)
{
	for (size_t i = 0; i < component->ast->interfaces.count; i++) {
		struct interface *interface = &component->interfaces[i];
		if (interface->ast->kind != ADL_PROVIDES && interface->ast->kind != ADL_USES)
			continue;
		const struct item *item = assembly_find_item(resolver, ADL_ITEM_PROCEDURE,
							     &interface->ast->type, component->item);
		if (item)
			interface->procedure = item->ast->as.procedure;
		else
			interface->bad = true;
	}
}

static void resolve_attributes(struct resolver *resolver, const adl_attributes *attributes,
			       struct item *user);

static void resolve_attribute(struct resolver *resolver, struct adl_attribute *attribute, struct item *user)
{
	const struct adl_type *type = &attribute->type;
	struct adl_struct *structure = NULL;
	switch (type->kind) {
	case ADL_TYPE_NAMED:
		if (type->builtin)
			return;
		break;
	case ADL_TYPE_STRUCT_TAG:
		map_set(resolver->arena, &resolver->bad_attributes, attribute, attribute);
		return; /* the parser said so */
	case ADL_TYPE_INLINE:
		structure = type->body;
		resolve_attributes(resolver, &structure->fields, user);
		break;
	case ADL_TYPE_QUALIFIED:
		break;
	}
	if (!structure) {
		struct adl_name part = { type->name, type->range };
		struct adl_qname name = { .parts = { .items = &part, .count = 1 }, .range = type->range };
		const struct item *item = assembly_find_item(resolver, ADL_ITEM_STRUCT, &name, user);
		structure = item ? item->ast->as.structure : NULL;
	}
	if (structure)
		map_set(resolver->arena, &resolver->structures, attribute, structure);
	else
		map_set(resolver->arena, &resolver->bad_attributes, attribute, attribute);
}

static void resolve_attributes(struct resolver *resolver, const adl_attributes *attributes, struct item *user)
{
	for (size_t i = 0; i < attributes->count; i++)
		resolve_attribute(resolver, attributes->items[i], user);
}

struct struct_visit {
	struct map done;   /* structs of which all is known */
	struct map active; /* structs that enclose this one */
	unsigned depth;
};

/* Only forward references make it possible for a struct to contain itself, but the check costs nothing. */
static void check_struct(struct resolver *resolver, const struct adl_struct *structure,
			 struct struct_visit *visit)
{
	if (map_get(&visit->done, structure))
		return;
	map_set(resolver->arena, &visit->active, structure, resolver);
	visit->depth++;
	for (size_t i = 0; i < structure->fields.count; i++) {
		const struct adl_attribute *field = structure->fields.items[i];
		const struct adl_struct *inner = map_get(&resolver->structures, field);
		if (!inner || map_get(&visit->done, inner))
			continue;
		if (map_get(&visit->active, inner) || visit->depth >= DEPTH_MAX) {
			diag_report(resolver->diag, DIAG_CYCLE, field->type.range,
				    visit->depth >= DEPTH_MAX ? "structs are nested too deeply at '%s'"
							      : "struct '%s' contains itself",
				    structure->name.text ? structure->name.text : "(unnamed)");
			resolver->stop = true;
			continue;
		}
		check_struct(resolver, inner, visit);
	}
	visit->depth--;
	map_set(resolver->arena, &visit->done, structure, resolver);
}

void assembly_resolve_types(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->spec->items.count; i++) {
		struct item *item = &resolver->items[i];
		if (item->ast->kind == ADL_ITEM_STRUCT)
			resolve_attributes(resolver, &item->ast->as.structure->fields, item);
		if (item->ast->kind == ADL_ITEM_PROCEDURE)
			resolve_attributes(resolver, &item->ast->as.procedure->attributes, item);
	}
	for (size_t i = 0; i < resolver->components.count; i++) {
		struct component *component = resolver->components.items[i];
		resolve_interfaces(resolver, component);
		resolve_attributes(resolver, &component->ast->attributes, component->item);
	}
	struct struct_visit visit = { 0 };
	for (size_t i = 0; i < resolver->spec->items.count; i++)
		if (resolver->items[i].ast->kind == ADL_ITEM_STRUCT)
			check_struct(resolver, resolver->items[i].ast->as.structure, &visit);
}
