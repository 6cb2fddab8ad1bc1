/*
 * check_instances: what only the flat assembly shows: interfaces that need a connection and have none, and
 * priorities that no thread can have.
 */
#include "assembly/passes.h"

#include <string.h>

enum { PRIORITY_MAX = 254, CAMKES_PRIORITY_MAX = 255 };

static bool needs_connection(const struct assembly_interface *interface)
{
	const struct adl_interface *ast = interface->declaration;
	if (interface->connection || interface->is_exported || ast->optional)
		return false;
	return ast->kind == ADL_USES || ast->kind == ADL_CONSUMES || ast->kind == ADL_DATAPORT;
}

/* The interface of the surrounding compound component that stands for this one, or NULL. */
static const struct plan_export *find_export(const struct flat_instance *flat, unsigned interface)
{
	const struct plan *plan = flat->source->plan;
	for (size_t i = 0; i < plan->exports.count; i++)
		if (plan->exports.items[i]->instance == flat->source &&
		    plan->exports.items[i]->inner->index == interface)
			return plan->exports.items[i];
	return NULL;
}

/* An end that was lost to an error may have been meant for this instance; so may one at a name that two
 * things have. */
static bool may_be_connected(const struct plan_instance *instance)
{
	return instance->lost_end || instance->type->bad || instance->plan->lost_end ||
	       instance->plan->incomplete;
}

/* Reported where the connection is missing: at the outermost instance whose interface it is. */
static void report_unconnected(struct resolver *resolver, const struct flat_instance *flat, unsigned index)
{
	const struct assembly_interface *interface = flat->out->interfaces.items[index];
	const struct flat_instance *outer = flat;
	const struct plan_export *export;
	const char *name = interface->name;
	const char *via = "";
	for (; outer->parent && (export = find_export(outer, index)); outer = outer->parent) {
		if (may_be_connected(outer->source))
			return;
		index = export->own->index;
		name = export->own->ast->name.text;
		via = arena_format(resolver->arena, ", which stands for '%s.%s',", flat->out->name,
				   interface->name);
	}
	if (may_be_connected(outer->source))
		return;
	if (!outer->source->reported)
		outer->source->reported =
			ARENA_ARRAY(resolver->arena, bool, outer->source->type->ast->interfaces.count);
	if (outer->source->reported[index])
		return;
	outer->source->reported[index] = true;
	const struct adl_interface *ast = interface->declaration;
	diag_report(resolver->diag, DIAG_UNCONNECTED, outer->out->range,
		    "interface '%s.%s'%s is not connected", outer->out->name, name, via);
	diag_note(resolver->diag, ast->range,
		  "'%s %s %s' is declared here; 'maybe %s' would make it optional",
		  assembly_interface_kind(ast), ast->type_name, ast->name.text, assembly_interface_kind(ast));
}

static void check_interfaces(struct resolver *resolver, const struct flat_instance *flat)
{
	for (size_t i = 0; i < flat->out->interfaces.count; i++)
		if (needs_connection(flat->out->interfaces.items[i]) &&
		    !flat->source->type->interfaces[i].bad)
			report_unconnected(resolver, flat, (unsigned)i);
}

static bool has_ending(const char *name, const char *ending)
{
	size_t length = strlen(name), tail = strlen(ending);
	return length >= tail && !strcmp(name + length - tail, ending);
}

/* priority, _priority, x_priority, _max_priority and so on, where x is one of the instance's interfaces. */
static bool is_priority(const struct flat_instance *flat, const char *name)
{
	static const char *const endings[] = { "max_priority", "priority" };
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		if (!has_ending(name, endings[i]))
			continue;
		size_t length = strlen(name) - strlen(endings[i]);
		if (!length || (length == 1 && *name == '_'))
			return true;
		for (size_t j = 0; j < flat->out->interfaces.count; j++) {
			const char *interface = flat->out->interfaces.items[j]->name;
			if (strlen(interface) + 1 == length && name[length - 1] == '_' &&
			    !strncmp(name, interface, length - 1))
				return true;
		}
	}
	return false;
}

static void check_priorities(struct resolver *resolver, const struct flat_instance *flat)
{
	const struct assembly_attributes *attributes = &flat->out->attributes;
	for (size_t i = 0; i < attributes->list.count; i++) {
		const struct assembly_attribute *attribute = &attributes->list.items[i];
		if (!attribute->has_value || attribute->value.kind != ADL_VALUE_INTEGER ||
		    !is_priority(flat, attribute->name) || flat->out->type->hardware)
			continue;
		adl_integer value = attribute->value.as.integer;
		uintptr_t place = attribute->range.begin;
		if ((value >= 0 && value <= PRIORITY_MAX) ||
		    map_get(&resolver->reported_places, (void *)place))
			continue;
		map_set(resolver->arena, &resolver->reported_places, (void *)place, resolver);
		bool possible = value >= 0 && value <= CAMKES_PRIORITY_MAX;
		diag_report(resolver->diag, possible ? DIAG_PRIORITY_MAXIMUM : DIAG_PRIORITY_RANGE,
			    attribute->range,
			    possible ? "priority %s of '%s' is above the Core Platform's maximum, %d"
				     : "priority %s of '%s' is not between 0 and %d",
			    assembly_value_text(resolver, &attribute->value), flat->out->name, PRIORITY_MAX);
	}
}

void assembly_check_instances(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->instances.count; i++) {
		check_interfaces(resolver, resolver->instances.items[i]);
		check_priorities(resolver, resolver->instances.items[i]);
	}
}
