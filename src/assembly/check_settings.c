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

static void collect_known(struct resolver *resolver)
{
	for (size_t i = 0; i < sizeof known_attributes / sizeof *known_attributes; i++) {
		const char *name = intern_cstr(resolver->compilation->names, known_attributes[i].name);
		uintptr_t spellings = (uintptr_t)map_get(&resolver->known_attributes, name);
		spellings |= (uintptr_t)1 << known_attributes[i].spelling;
		map_set(resolver->arena, &resolver->known_attributes, name, (void *)spellings);
	}
}

/* NAME is interned. */
static bool is_known(struct resolver *resolver, enum spelling spelling, const char *name)
{
	return (uintptr_t)map_get(&resolver->known_attributes, name) >> spelling & 1;
}

/* The same for the end of a longer name. */
static bool ends_known(struct resolver *resolver, enum spelling spelling, const char *end)
{
	return is_known(resolver, spelling, intern_cstr(resolver->compilation->names, end));
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
	if (is_known(resolver, PLAIN, name) || is_known(resolver, THREAD, name) || is_untyped_pool(name) ||
	    (*name == '_' && ends_known(resolver, THREAD, name + 1)))
		return true;
	/* "interface_attribute", "lock_attribute": the names may have underscores themselves. */
	for (const char *at = strchr(name + (*name != '\0'), '_'); at; at = strchr(at + 1, '_')) {
		const char *prefix = intern_text(resolver->compilation->names, name, (size_t)(at - name));
		if (map_get(&type->interfaces_by_name, prefix) &&
		    (ends_known(resolver, INTERFACE, at + 1) || ends_known(resolver, THREAD, at + 1)))
			return true;
		if (map_get(&type->locks_by_name, prefix) && ends_known(resolver, LOCK, at + 1))
			return true;
	}
	return false;
}

/* What "<-" takes is of use, declared or not. */
static bool is_referred(struct resolver *resolver, const struct plan *plan, const struct adl_setting *setting)
{
	return plan->references.count &&
	       map_get(&plan->references, intern_format(resolver->compilation->names, "%s.%s",
							setting->entity.text, setting->attribute.text));
}

static void check_instance_setting(struct resolver *resolver, const struct plan *plan,
				   const struct adl_setting *setting, const struct component *type)
{
	const char *name = setting->attribute.text;
	if (!type || map_get(&type->attributes_by_name, name) || is_known_of_instance(resolver, type, name))
		return;
	if (is_referred(resolver, plan, setting) || (type->plan && map_get(&type->plan->references, name)))
		return; /* the composition inside takes it with "<-" */
	struct suggest suggest = suggest_for(name);
	if (resolver->suggestions++ < SUGGESTIONS_MAX) {
		for (size_t i = 0; i < type->ast->attributes.count; i++)
			suggest_offer(&suggest, type->ast->attributes.items[i]->name.text);
		for (size_t i = 0; i < sizeof known_attributes / sizeof *known_attributes; i++)
			if (known_attributes[i].spelling == PLAIN || known_attributes[i].spelling == THREAD)
				suggest_offer(&suggest, known_attributes[i].name);
	}
	if (type->ast->incomplete && assembly_may_be_lost(resolver, name, &suggest))
		return;
	diag_report(resolver->diag, DIAG_UNDECLARED_ATTRIBUTE, setting->attribute.range,
		    "component '%s' declares no attribute '%s'%s", type->name, name,
		    assembly_did_you_mean(resolver, &suggest));
	diag_note(resolver->diag, type->range, "component '%s' is defined here", type->name);
}

static void check_connection_setting(struct resolver *resolver, const struct adl_setting *setting,
				     const struct plan_connection *connection)
{
	const struct adl_connector *type = connection->type;
	const char *name = setting->attribute.text;
	if (!type || is_known(resolver, CONNECTION, name))
		return;
	for (size_t i = 0; i < type->attributes.count; i++)
		if (type->attributes.items[i]->name.text == name)
			return;
	struct suggest suggest = suggest_for(name);
	if (resolver->suggestions++ < SUGGESTIONS_MAX) {
		for (size_t i = 0; i < type->attributes.count; i++)
			suggest_offer(&suggest, type->attributes.items[i]->name.text);
		for (size_t i = 0; i < sizeof known_attributes / sizeof *known_attributes; i++)
			if (known_attributes[i].spelling == CONNECTION)
				suggest_offer(&suggest, known_attributes[i].name);
	}
	diag_report(resolver->diag, DIAG_UNDECLARED_ATTRIBUTE, setting->attribute.range,
		    "connections of connector '%s' have no attribute '%s'%s",
		    type->name.text ? type->name.text : "(unnamed)", name,
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
	if (plan->incomplete && assembly_may_be_lost(resolver, name->text, &suggest))
		return;
	diag_report(resolver->diag, DIAG_UNKNOWN_ENTITY, name->range,
		    "no instance or connection named '%s' here, so the setting has no effect%s", name->text,
		    assembly_did_you_mean(resolver, &suggest));
}

static struct plan_settings *settings_of(struct resolver *resolver, struct plan *plan, const char *name)
{
	struct plan_settings *settings = map_get(&plan->other_settings, name);
	if (!settings) {
		settings = ARENA_NEW(resolver->arena, struct plan_settings);
		map_set(resolver->arena, &plan->other_settings, name, settings);
	}
	return settings;
}

/* Enters a setting among those of the same thing; false after saying that it was there already. */
static bool add_setting(struct resolver *resolver, struct plan_settings *settings,
			struct plan_setting *setting)
{
	const char *name = setting->ast->attribute.text;
	const struct plan_setting *previous = map_get(&settings->by_name, name);
	for (size_t i = 0; i < settings->list.count && i < FEW && !previous; i++)
		if (settings->list.items[i]->ast->attribute.text == name)
			previous = settings->list.items[i];
	if (previous) {
		setting->reported = true;
		diag_report(resolver->diag, DIAG_DUPLICATE_SETTING, setting->ast->range,
			    "'%s.%s' is set twice", setting->ast->entity.text, name);
		diag_note(resolver->diag, previous->ast->range, "the first setting is here");
		return false;
	}
	VEC_PUSH(resolver->arena, &settings->list, setting);
	if (settings->list.count > FEW)
		map_set(resolver->arena, &settings->by_name, name, setting);
	return true;
}

/* A component's own interface, a group, or nothing that there is. */
static void check_other_setting(struct resolver *resolver, struct plan *plan,
				const struct adl_setting *setting)
{
	const char *name = setting->entity.text;
	if (is_referred(resolver, plan, setting))
		return;
	if (!(plan->owner && map_get(&plan->owner->interfaces_by_name, name)) &&
	    !map_get(&plan->groups_by_name, name))
		report_unknown_entity(resolver, plan, &setting->entity);
	else if (!is_known(resolver, OWN, setting->attribute.text) &&
		 !is_known(resolver, PLAIN, setting->attribute.text))
		diag_report(resolver->diag, DIAG_UNDECLARED_ATTRIBUTE, setting->attribute.range,
			    "'%s' has no attribute '%s'", name, setting->attribute.text);
}

/* What a setting names. */
struct target {
	const char *name;
	const struct plan_instance *instance;
	const struct plan_connection *connection;
	struct plan_settings *settings;
};

static struct target find_target(struct resolver *resolver, struct plan *plan, const char *name)
{
	struct plan_instance *instance = map_get(&plan->instances_by_name, name);
	struct plan_connection *connection = instance ? NULL : map_get(&plan->connections_by_name, name);
	return (struct target){ name, instance, connection,
				instance     ? &instance->settings
				: connection ? &connection->settings
					     : settings_of(resolver, plan, name) };
}

static void check_setting(struct resolver *resolver, struct plan *plan, const struct target *target,
			  struct plan_setting *setting)
{
	if (!add_setting(resolver, target->settings, setting))
		return;
	if (target->instance)
		check_instance_setting(resolver, plan, setting->ast, target->instance->type);
	else if (target->connection)
		check_connection_setting(resolver, setting->ast, target->connection);
	else if (plan->is_top || plan->owner)
		check_other_setting(resolver, plan, setting->ast);
}

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
	collect_known(resolver);
	for (size_t i = 0; i < resolver->plans.count; i++)
		collect_references(resolver, resolver->plans.items[i]);
	for (size_t i = 0; i < resolver->plans.count; i++) {
		struct plan *plan = resolver->plans.items[i];
		struct target target = { 0 }; /* several settings in a row mostly name the same */
		for (size_t j = 0; j < plan->settings.count; j++) {
			const char *name = plan->settings.items[j]->ast->entity.text;
			if (name != target.name)
				target = find_target(resolver, plan, name);
			check_setting(resolver, plan, &target, plan->settings.items[j]);
		}
	}
}
