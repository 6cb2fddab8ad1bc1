/*
 * Values: what "<-" refers to and what look-ups pick out. Part of fold_attributes.
 */
#include "assembly/evaluate.h"

#include <string.h>

static bool same_key(const struct adl_value *a, const struct adl_value *b)
{
	if (a->kind != b->kind)
		return false;
	switch (a->kind) {
	case ADL_VALUE_INTEGER:
		return a->as.integer == b->as.integer;
	case ADL_VALUE_REAL:
		return a->as.real >= b->as.real && a->as.real <= b->as.real;
	case ADL_VALUE_STRING:
		return !strcmp(a->as.string, b->as.string);
	case ADL_VALUE_LIST:
	case ADL_VALUE_DICT:
	case ADL_VALUE_QUERY:
	case ADL_VALUE_REFERENCE:
		return false;
	}
	return false;
}

static const struct adl_value *find_in_dict(const struct adl_dict *dict, const struct adl_value *key)
{
	for (size_t i = 0; i < dict->entries.count; i++)
		if (same_key(&dict->entries.items[i].key, key))
			return &dict->entries.items[i].value;
	return NULL;
}

const struct adl_value *evaluate_lookup(const struct adl_value *value, const struct adl_value *key)
{
	if (value->kind == ADL_VALUE_LIST && key->kind == ADL_VALUE_INTEGER) {
		const struct adl_list *list = value->as.list;
		if (key->as.integer < 0 || key->as.integer >= (adl_integer)list->items.count)
			return NULL;
		return &list->items.items[key->as.integer];
	}
	if (value->kind != ADL_VALUE_DICT)
		return NULL;
	const struct adl_value *found = find_in_dict(value->as.dict, key);
	if (found)
		return found;

	/* The result of a query holds the node one level down: x.dtb["reg"] is meant as
	 * x.dtb["query"][0]["reg"]. */
	const struct adl_value query_key = { .kind = ADL_VALUE_STRING, .as.string = "query" };
	const struct adl_value *query = find_in_dict(value->as.dict, &query_key);
	if (!query || query->kind != ADL_VALUE_LIST || !query->as.list->items.count ||
	    query->as.list->items.items[0].kind != ADL_VALUE_DICT)
		return NULL;
	return find_in_dict(query->as.list->items.items[0].as.dict, key);
}

/* What a reference is about: the entity's dotted name, or NULL where there is none. */
static const char *referred_entity(struct resolver *resolver, const struct flat_setting *setting,
				   const struct adl_qname *name)
{
	size_t count = name->parts.count - 1;
	const char *text = setting->parent ? setting->parent->out->name : NULL;
	for (size_t i = 0; i < count; i++)
		text = text ? arena_format(resolver->arena, "%s.%s", text, name->parts.items[i].text)
			    : name->parts.items[i].text;
	return text ? intern_cstr(resolver->compilation->names, text) : NULL;
}

static const struct adl_attribute *declared(const struct entity *entity, const char *attribute)
{
	if (entity->type)
		return map_get(&entity->type->attributes_by_name, attribute);
	const struct adl_connector *connector = entity->connection ? entity->connection->type : NULL;
	for (size_t i = 0; connector && i < connector->attributes.count; i++)
		if (connector->attributes.items[i]->name.text == attribute)
			return connector->attributes.items[i];
	return NULL;
}

/* What a reference misses may have been left out because of an error. */
static bool may_be_lost(const struct resolver *resolver, const struct flat_setting *setting,
			const struct entity *entity)
{
	const struct plan *plan = setting->parent ? setting->parent->source->type->plan : resolver->top;
	if (entity && entity->connection && !entity->connection->type)
		return true;
	return plan->incomplete || plan->lost_settings ||
	       (entity && entity->type && entity->type->ast->incomplete);
}

static void report_reference(struct resolver *resolver, const struct flat_setting *setting,
			     const struct entity *entity, const char *entity_name, const char *attribute)
{
	struct src_range range = setting->source->ast->value.range;
	if (setting->source->reported)
		return;
	setting->source->reported = true;
	if (may_be_lost(resolver, setting, entity))
		return;
	if (!entity || (!entity->instance && !entity->connection && !entity->interface)) {
		diag_report(resolver->diag, DIAG_ATTRIBUTE_REFERENCE, range,
			    "there is no '%s' to take an attribute from", entity_name);
		return;
	}
	const struct adl_attribute *declaration = declared(entity, attribute);
	if (declaration) {
		diag_report(resolver->diag, DIAG_ATTRIBUTE_REFERENCE, range,
			    "attribute '%s' of '%s' has neither a setting nor a default", attribute,
			    entity_name);
		diag_note(resolver->diag, declaration->name.range, "'%s' is declared here", attribute);
		return;
	}
	struct suggest suggest = suggest_for(attribute);
	if (entity->type && resolver->suggestions++ < SUGGESTIONS_MAX)
		for (size_t i = 0; i < entity->type->ast->attributes.count; i++)
			suggest_offer(&suggest, entity->type->ast->attributes.items[i]->name.text);
	diag_report(resolver->diag, DIAG_ATTRIBUTE_REFERENCE, range, "'%s' has no attribute '%s'%s",
		    entity_name, attribute, assembly_did_you_mean(resolver, &suggest));
}

/*
 * One step along a chain of references: the setting to go on with, or NULL with the literal value in *VALUE
 * (kind ADL_VALUE_REFERENCE: there is none).
 */
static struct flat_setting *follow(struct resolver *resolver, struct flat_setting *setting,
				   struct adl_value *value)
{
	const struct adl_qname *name = &setting->value.as.reference->name;
	const char *attribute = name->parts.items[name->parts.count - 1].text;
	const char *entity_name = referred_entity(resolver, setting, name);
	if (!entity_name) {
		if (!setting->source->reported)
			diag_report(resolver->diag, DIAG_ATTRIBUTE_REFERENCE, name->range,
				    "outside of a component, '<-' needs an instance and an attribute, as "
				    "'instance.%s'",
				    attribute);
		setting->source->reported = true;
		return NULL;
	}
	const struct entity *entity = assembly_find_entity(resolver, entity_name);
	struct flat_setting *referent = entity ? assembly_find_setting(entity, attribute) : NULL;
	if (referent)
		return referent;
	const struct adl_attribute *declaration = entity ? declared(entity, attribute) : NULL;
	if (declaration && declaration->has_default) {
		*value = declaration->value;
		return NULL;
	}
	/* Nothing to take: its own default stands, if there is one. */
	declaration = declared(setting->entity, setting->attribute);
	if (entity && declaration && declaration->has_default)
		*value = declaration->value;
	else
		report_reference(resolver, setting, entity, entity_name, attribute);
	return NULL;
}

static bool apply_lookups(struct resolver *resolver, struct flat_setting *setting, struct adl_value *value)
{
	const adl_lookups *lookups = &setting->source->ast->value.as.reference->lookups;
	for (size_t i = 0; i < lookups->count; i++) {
		const struct adl_value *found = evaluate_lookup(value, &lookups->items[i]);
		if (!found) {
			if (!setting->source->reported)
				diag_report(resolver->diag, DIAG_ATTRIBUTE_REFERENCE, lookups->items[i].range,
					    "the attribute's value has no element %s",
					    assembly_value_text(resolver, &lookups->items[i]));
			setting->source->reported = true;
			return false;
		}
		*value = *found;
	}
	return true;
}

static void report_loop(struct resolver *resolver, struct flat_setting *setting)
{
	if (setting->source->reported)
		return;
	setting->source->reported = true;
	diag_report(resolver->diag, DIAG_ATTRIBUTE_REFERENCE, setting->source->ast->value.range,
		    "'%s.%s' refers to itself through '<-'", setting->entity->name, setting->attribute);
}

/* Chains can be as long as the text, so they are followed without recursion: down to a value, then back up.
 */
void evaluate_setting(struct resolver *resolver, struct flat_setting *setting)
{
	VEC(struct flat_setting *) chain = { 0 };
	struct adl_value value = { .kind = ADL_VALUE_REFERENCE };
	bool has_value = false, from_query = false;
	while (setting && setting->state == SETTING_NEW && setting->value.kind == ADL_VALUE_REFERENCE) {
		setting->state = SETTING_ACTIVE;
		VEC_PUSH(resolver->arena, &chain, setting);
		setting = follow(resolver, setting, &value);
		has_value = value.kind != ADL_VALUE_REFERENCE;
	}
	if (setting && setting->state == SETTING_ACTIVE) {
		report_loop(resolver, setting);
	} else if (setting) {
		has_value = setting->state == SETTING_NEW || setting->has_value;
		setting->has_value = has_value;
		setting->state = SETTING_DONE;
		value = setting->value;
		from_query = setting->from_query;
	}
	while (chain.count) {
		setting = chain.items[--chain.count];
		has_value = has_value && apply_lookups(resolver, setting, &value);
		setting->has_value = has_value;
		setting->from_query = from_query;
		setting->value = value;
		setting->state = SETTING_DONE;
	}
}
