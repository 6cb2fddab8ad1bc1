/*
 * check_settings: settings as written: none twice, and warnings about those that nothing will read. Real
 * specifications contain such settings, so they are no errors.
 */
#include "assembly/passes.h"

#include <ctype.h>
#include <string.h>

enum spelling { PLAIN, THREAD, INTERFACE, LOCK, CONNECTION, OWN };

static const struct known {
	enum spelling spelling;
	const char *name;
} known_attributes[] = {
#define KNOWN(spelling, name) { spelling, name },
#include "assembly/known_attributes.def"
#undef KNOWN
};

static bool is_known(enum spelling spelling, const char *name)
{
	for (size_t i = 0; i < sizeof known_attributes / sizeof *known_attributes; i++)
		if (known_attributes[i].spelling == spelling && !strcmp(known_attributes[i].name, name))
			return true;
	return false;
}

/* untyped12_pool, simple_untyped24_pool: the number says which. */
static bool is_untyped_pool(const char *name)
{
	if (!strncmp(name, "simple_", strlen("simple_")))
		name += strlen("simple_");
	if (strncmp(name, "untyped", strlen("untyped")) || !isdigit((unsigned char)name[strlen("untyped")]))
		return false;
	for (name += strlen("untyped"); isdigit((unsigned char)*name); name++)
		;
	return !strcmp(name, "_pool");
}

static bool is_known_of_instance(struct resolver *resolver, const struct component *type, const char *name)
{
	if (is_known(PLAIN, name) || is_known(THREAD, name) || is_untyped_pool(name) ||
	    (*name == '_' && is_known(THREAD, name + 1)))
		return true;
	/* "interface_attribute", "lock_attribute": the names may have underscores themselves. */
	for (const char *at = strchr(name + (*name != '\0'), '_'); at; at = strchr(at + 1, '_')) {
		const char *prefix = intern_text(resolver->compilation->names, name, (size_t)(at - name));
		if (map_get(&type->interfaces_by_name, prefix) &&
		    (is_known(INTERFACE, at + 1) || is_known(THREAD, at + 1)))
			return true;
		if (map_get(&type->locks_by_name, prefix) && is_known(LOCK, at + 1))
			return true;
	}
	return false;
}

static void check_instance_setting(struct resolver *resolver, const struct adl_setting *setting,
				   const struct component *type)
{
	const char *name = setting->attribute.text;
	if (!type || map_get(&type->attributes_by_name, name) || is_known_of_instance(resolver, type, name))
		return;
	if (type->plan && map_get(&type->plan->references, name))
		return; /* the composition inside takes it with "<-" */
	struct suggest suggest = suggest_for(name);
	if (resolver->suggestions++ < SUGGESTIONS_MAX) {
		for (size_t i = 0; i < type->ast->attributes.count; i++)
			suggest_offer(&suggest, type->ast->attributes.items[i]->name.text);
		for (size_t i = 0; i < sizeof known_attributes / sizeof *known_attributes; i++)
			if (known_attributes[i].spelling == PLAIN || known_attributes[i].spelling == THREAD)
				suggest_offer(&suggest, known_attributes[i].name);
	}
	diag_report(resolver->diag, DIAG_UNDECLARED_ATTRIBUTE, setting->attribute.range,
		    "component '%s' declares no attribute '%s'%s", type->name, name,
		    assembly_did_you_mean(resolver, &suggest));
	diag_note(resolver->diag, type->range, "component '%s' is defined here", type->name);
}

static void check_connection_setting(struct resolver *resolver, const struct adl_setting *setting,
				     const struct plan_connection *connection)
{
	const struct adl_connector *type = connection->type;
	struct suggest suggest = suggest_for(setting->attribute.text);
	if (!type || is_known(CONNECTION, setting->attribute.text))
		return;
	for (size_t i = 0; i < type->attributes.count; i++) {
		if (type->attributes.items[i]->name.text == setting->attribute.text)
			return;
		suggest_offer(&suggest, type->attributes.items[i]->name.text);
	}
	for (size_t i = 0; i < sizeof known_attributes / sizeof *known_attributes; i++)
		if (known_attributes[i].spelling == CONNECTION)
			suggest_offer(&suggest, known_attributes[i].name);
	diag_report(resolver->diag, DIAG_UNDECLARED_ATTRIBUTE, setting->attribute.range,
		    "connections of connector '%s' have no attribute '%s'%s",
		    type->name.text ? type->name.text : "(unnamed)", setting->attribute.text,
		    assembly_did_you_mean(resolver, &suggest));
}

static void report_unknown_entity(struct resolver *resolver, struct plan *plan, const struct adl_name *name)
{
	if (map_get(&plan->unknown_entities, name->text))
		return;
	map_set(resolver->arena, &plan->unknown_entities, name->text, resolver);
	struct suggest suggest = suggest_for(name->text);
	if (resolver->suggestions++ < SUGGESTIONS_MAX) {
		for (size_t i = 0; i < plan->instances.count; i++)
			suggest_offer(&suggest, plan->instances.items[i]->name);
		for (size_t i = 0; i < plan->connections.count; i++)
			suggest_offer(&suggest, plan->connections.items[i]->name);
	}
	diag_report(resolver->diag, DIAG_UNKNOWN_ENTITY, name->range,
		    "no instance or connection named '%s' here, so the setting has no effect%s", name->text,
		    assembly_did_you_mean(resolver, &suggest));
}

static void check_entity(struct resolver *resolver, struct plan *plan, const struct adl_setting *setting)
{
	const char *name = setting->entity.text;
	const struct plan_instance *instance = map_get(&plan->instances_by_name, name);
	const struct plan_connection *connection = map_get(&plan->connections_by_name, name);
	if (instance)
		check_instance_setting(resolver, setting, instance->type);
	else if (connection)
		check_connection_setting(resolver, setting, connection);
	else if (!(plan->owner && map_get(&plan->owner->interfaces_by_name, name)) &&
		 !map_get(&plan->groups_by_name, name))
		report_unknown_entity(resolver, plan, &setting->entity);
	else if (!is_known(OWN, setting->attribute.text) && !is_known(PLAIN, setting->attribute.text))
		diag_report(resolver->diag, DIAG_UNDECLARED_ATTRIBUTE, setting->attribute.range,
			    "'%s' has no attribute '%s'", name, setting->attribute.text);
}

/* What "<-" takes is of use, declared or not. */
static void collect_references(struct resolver *resolver, struct plan *plan)
{
	for (size_t i = 0; i < plan->settings.count; i++) {
		const struct adl_value *value = &plan->settings.items[i]->ast->value;
		if (value->kind == ADL_VALUE_REFERENCE)
			map_set(resolver->arena, &plan->references,
				assembly_qname_text(resolver, &value->as.reference->name), plan);
	}
}

void assembly_check_settings(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->plans.count; i++)
		collect_references(resolver, resolver->plans.items[i]);
	for (size_t i = 0; i < resolver->plans.count; i++) {
		struct plan *plan = resolver->plans.items[i];
		struct map settings = { 0 };
		bool is_alone = !plan->is_top && !plan->owner;
		for (size_t j = 0; j < plan->settings.count; j++) {
			struct plan_setting *setting = plan->settings.items[j];
			const char *name =
				intern_format(resolver->compilation->names, "%s.%s",
					      setting->ast->entity.text, setting->ast->attribute.text);
			const struct plan_setting *previous = map_get(&settings, name);
			if (previous) {
				setting->reported = true;
				diag_report(resolver->diag, DIAG_DUPLICATE_SETTING, setting->ast->range,
					    "'%s' is set twice", name);
				diag_note(resolver->diag, previous->ast->range, "the first setting is here");
				continue;
			}
			map_set(resolver->arena, &settings, name, setting);
			if (!is_alone && !map_get(&plan->references, name))
				check_entity(resolver, plan, setting->ast);
		}
	}
}
