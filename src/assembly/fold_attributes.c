/*
 * fold_attributes: the final value of every attribute of every instance, interface and connection: the
 * setting, with its
 * "<-" followed, or else the declared default, checked against the declared type.
 */
#include "assembly/convert.h"
#include "assembly/evaluate.h"

/* Until freeze, by_name holds the index + 1 of those beyond the first few: the list may still move. */
static struct assembly_attribute *find_attribute(struct assembly_attributes *attributes, const char *name)
{
	for (size_t i = 0; i < attributes->list.count && i < ASSEMBLY_FEW_ATTRIBUTES; i++)
		if (attributes->list.items[i].name == name)
			return &attributes->list.items[i];
	uintptr_t index = (uintptr_t)map_get(&attributes->by_name, name);
	return index ? &attributes->list.items[index - 1] : NULL;
}

static struct assembly_attribute *add_attribute(struct resolver *resolver,
						struct assembly_attributes *attributes,
						struct assembly_attribute attribute)
{
	VEC_PUSH(resolver->arena, &attributes->list, attribute);
	if (attributes->list.count > ASSEMBLY_FEW_ATTRIBUTES)
		map_set(resolver->arena, &attributes->by_name, attribute.name,
			(void *)(uintptr_t)attributes->list.count);
	return &attributes->list.items[attributes->list.count - 1];
}

static void add_declared(struct resolver *resolver, struct assembly_attributes *attributes,
			 const adl_attributes *declared)
{
	for (size_t i = 0; i < declared->count; i++) {
		const struct adl_attribute *declaration = declared->items[i];
		if (find_attribute(attributes, declaration->name.text))
			continue;
		add_attribute(resolver, attributes,
			      (struct assembly_attribute){
				      .name = declaration->name.text,
				      .declaration = declaration,
				      .structure = map_get(&resolver->structures, declaration),
				      .has_value = declaration->has_default,
				      .value = declaration->value,
				      .range = declaration->range,
			      });
	}
}

/* query(...)["key"] is a list of what each thing found has there; where one thing is found, it is what is
 * meant. */
static bool found_one(const struct flat_setting *setting)
{
	const struct adl_value *written = &setting->source->ast->value;
	return written->kind == ADL_VALUE_QUERY && written->as.query->lookups.count &&
	       setting->value.kind == ADL_VALUE_LIST && setting->value.as.list->items.count == 1;
}

/* Settings on the parts of a merged connection. No error: camkes-tool drops all of them. */
static void report_second(struct resolver *resolver, const struct assembly_attribute *attribute,
			  struct plan_setting *setting)
{
	if (setting->reported)
		return;
	setting->reported = true;
	diag_report(resolver->diag, DIAG_PORTABILITY, setting->ast->range,
		    "attribute '%s' is set for another part of the merged connection already; this setting "
		    "is ignored",
		    attribute->name);
	diag_note(resolver->diag, attribute->range, "the setting that counts is here");
}

static void apply_setting(struct resolver *resolver, struct assembly_attributes *attributes,
			  const struct flat_setting *setting)
{
	if (!setting->has_value)
		return;
	struct assembly_attribute *attribute = find_attribute(attributes, setting->attribute);
	if (!attribute)
		attribute = add_attribute(resolver, attributes,
					  (struct assembly_attribute){ .name = setting->attribute });
	if (attribute->is_set) {
		report_second(resolver, attribute, setting->source);
		return;
	}
	attribute->is_set = attribute->has_value = true;
	attribute->value = setting->value;
	attribute->range = setting->source->ast->range;
	if (!attribute->declaration) {
		if (found_one(setting) && !resolver->options->strict)
			attribute->value = setting->value.as.list->items.items[0];
		return;
	}
	struct convert convert = {
		.resolver = resolver,
		.declaration = attribute->declaration,
		.range = setting->source->ast->value.range,
		.is_elsewhere = setting->source->ast->value.kind == ADL_VALUE_REFERENCE ||
				setting->source->ast->value.kind == ADL_VALUE_QUERY,
		.from_query = setting->from_query,
		.failed = setting->source->reported,
	};
	convert_value(&convert, &attribute->value);
	setting->source->reported |= convert.failed;
}

static void fold_entity(struct resolver *resolver, struct entity *entity)
{
	struct assembly_attributes *attributes = NULL;
	if (entity->instance) {
		attributes = &entity->instance->attributes;
		add_declared(resolver, attributes, &entity->instance->type->attributes);
	} else if (entity->connection && entity->connection->type) {
		attributes = &entity->connection->attributes;
		add_declared(resolver, attributes, &entity->connection->type->attributes);
	} else if (entity->interface) {
		attributes = &entity->interface->attributes;
	}
	for (size_t i = 0; attributes && i < entity->settings.count; i++)
		apply_setting(resolver, attributes, entity->settings.items[i]);
}

/* Defaults are checked once each, then those of structs are filled in wherever they stand. */
static void convert_defaults(struct resolver *resolver)
{
	struct map checked = { 0 };
	for (size_t i = 0; i < resolver->entity_list.count; i++) {
		struct assembly_instance *instance = resolver->entity_list.items[i]->instance;
		for (size_t j = 0; instance && j < instance->attributes.list.count; j++) {
			struct assembly_attribute *attribute = &instance->attributes.list.items[j];
			if (attribute->is_set || !attribute->has_value)
				continue;
			struct convert convert = {
				.resolver = resolver,
				.declaration = attribute->declaration,
				.range = attribute->declaration->value.range,
				.is_default = true,
				.failed = map_get(&checked, attribute->declaration) != NULL,
			};
			convert_value(&convert, &attribute->value);
			map_set(resolver->arena, &checked, attribute->declaration, resolver);
		}
	}
}

void assembly_fold_attributes(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->settings.count; i++)
		evaluate_setting(resolver, resolver->settings.items[i]);
	for (size_t i = 0; i < resolver->entity_list.count; i++)
		fold_entity(resolver, resolver->entity_list.items[i]);
	convert_defaults(resolver);
}
