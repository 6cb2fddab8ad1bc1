#include "lower/group.h"

#include <string.h>

bool group_is_in(const struct assembly_instance *instance)
{
	return strcmp(instance->address_space, instance->name) != 0;
}

/* A parameter's type that is an address: it means nothing in another address space. */
static bool is_address(const struct adl_type *type)
{
	return type->name && (!strcmp(type->name, "uintptr_t") || !strcmp(type->name, "intptr_t"));
}

static const char *address_parameter(const struct adl_procedure *procedure)
{
	for (size_t i = 0; procedure && i < procedure->methods.count; i++) {
		const struct adl_method *method = procedure->methods.items[i];
		for (size_t j = 0; j < method->parameters.count; j++)
			if (is_address(&method->parameters.items[j]->type))
				return method->parameters.items[j]->name.text;
	}
	return NULL;
}

static bool is_inside(const struct assembly_connection *connection, const char *space)
{
	for (size_t i = 0; i < connection->from.count; i++)
		for (size_t j = 0; j < connection->to.count; j++)
			if (!strcmp(connection->from.items[i].instance->address_space, space) &&
			    !strcmp(connection->to.items[j].instance->address_space, space))
				return true;
	return false;
}

const char *group_reason(struct compilation *compilation, const struct assembly *assembly,
			 const struct assembly_instance *instance)
{
	if (!group_is_in(instance))
		return NULL;
	for (size_t i = 0; i < assembly->connections.count; i++) {
		const struct assembly_connection *connection = assembly->connections.items[i];
		if (connection->type->from.kind != ADL_END_PROCEDURE || !connection->from.count ||
		    !is_inside(connection, instance->address_space))
			continue;
		if (connection->type->name.text && !strcmp(connection->type->name.text, "seL4DirectCall"))
			return arena_format(compilation->arena, "connection `%s` is direct calls",
					    connection->name);
		const char *parameter = address_parameter(connection->from.items[0].interface->procedure);
		if (parameter)
			return arena_format(compilation->arena,
					    "connection `%s` passes an address, in parameter `%s`",
					    connection->name, parameter);
	}
	return NULL;
}

/* ------------------------------------------------------------- merging */

static const char *prefixed(struct arena *arena, const char *prefix, const char *name)
{
	return name ? arena_format(arena, "%s%s", prefix, name) : NULL;
}

static void add_strands(struct arena *arena, struct model_component *group,
			const struct model_component *member, const char *prefix)
{
	for (size_t i = member->control ? 0 : 1; i < member->strands.count; i++) {
		struct model_strand strand = member->strands.items[i];
		strand.name = prefixed(arena, prefix, strand.name);
		strand.interface = prefixed(arena, prefix, strand.interface);
		VEC_PUSH(arena, &group->strands, strand);
	}
}

/* FIRST is where the member's strands begin in the group: without `control` its control strand is not there.
 */
static void add_bindings(struct arena *arena, struct model_component *group,
			 const struct model_component *member, const char *prefix, unsigned first)
{
	for (size_t i = 0; i < member->bindings.count; i++) {
		struct model_binding binding = member->bindings.items[i];
		binding.interface = prefixed(arena, prefix, binding.interface);
		if (binding.strand)
			binding.strand += first - (member->control ? 0 : 1);
		VEC_PUSH(arena, &group->bindings, binding);
	}
}

static bool has_struct(const struct model_component *group, const struct model_struct *structure)
{
	for (size_t i = 0; i < group->structs.count; i++)
		if (!strcmp(group->structs.items[i]->tag, structure->tag))
			return true;
	return false;
}

static bool has_include(const struct model_component *group, const struct model_include *include)
{
	for (size_t i = 0; i < group->includes.count; i++)
		if (!strcmp(group->includes.items[i].path, include->path))
			return true;
	return false;
}

static void add_rest(struct arena *arena, struct model_component *group, const struct model_component *member,
		     const char *prefix)
{
	for (size_t i = 0; i < member->locks.count; i++) {
		struct model_lock lock = member->locks.items[i];
		lock.name = prefixed(arena, prefix, lock.name);
		VEC_PUSH(arena, &group->locks, lock);
	}
	for (size_t i = 0; i < member->attributes.count; i++) {
		struct model_attribute attribute = member->attributes.items[i];
		attribute.name = prefixed(arena, prefix, attribute.name);
		VEC_PUSH(arena, &group->attributes, attribute);
	}
	for (size_t i = 0; i < member->structs.count; i++)
		if (!has_struct(group, member->structs.items[i]))
			VEC_PUSH(arena, &group->structs, member->structs.items[i]);
	for (size_t i = 0; i < member->includes.count; i++)
		if (!has_include(group, &member->includes.items[i]))
			VEC_PUSH(arena, &group->includes, member->includes.items[i]);
}

/* Members `a` with an interface `b_c` and `a_b` with an interface `c` would mean the same by "a_b_c". */
static void check_prefix(struct compilation *compilation, const struct model_component *group,
			 const char *prefix, const struct assembly_instance *instance)
{
	for (size_t i = 0; i < group->members.count; i++) {
		const char *other = group->members.items[i].prefix;
		size_t length = strlen(other) < strlen(prefix) ? strlen(other) : strlen(prefix);
		if (strncmp(prefix, other, length) != 0)
			continue;
		diag_report(
			compilation->diag, DIAG_GROUP_NAMES, instance->range,
			"'%s' and '%s' are in one group, and the name of one begins with that of the other: "
			"their functions could not be told apart; rename one",
			group->members.items[i].instance, instance->name);
		return;
	}
}

const char *group_add(struct compilation *compilation, struct model_component *group,
		      const struct model_component *member, const struct assembly_instance *instance)
{
	struct arena *arena = compilation->arena;
	char *prefix = arena_format(arena, "%s_", instance->name);
	for (char *c = prefix; *c; c++)
		*c = *c == '.' ? '_' : *c;
	check_prefix(compilation, group, prefix, instance);
	VEC_PUSH(arena, &group->members,
		 (struct model_member){ .instance = member->instance,
					.type = member->type,
					.prefix = prefix,
					.control = member->control,
					.control_strand = (unsigned)group->strands.count,
					.first_binding = group->bindings.count,
					.binding_count = member->bindings.count,
					.first_attribute = group->attributes.count,
					.attribute_count = member->attributes.count,
					.first_lock = group->locks.count,
					.lock_count = member->locks.count,
					.heap_size = member->heap_size,
					.range = member->range });
	group->heap_size += member->heap_size;
	add_bindings(arena, group, member, prefix, (unsigned)group->strands.count);
	add_strands(arena, group, member, prefix);
	add_rest(arena, group, member, prefix);
	return prefix;
}
