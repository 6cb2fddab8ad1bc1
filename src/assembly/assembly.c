/*
 * From a specification to the flat assembly, in passes named by their effect. The data flow:
 *
 *   spec --collect_names--> items, components            who is called what
 *        --resolve_types--> procedures, structs          of interfaces and attributes
 *        --merge_assemblies--> plans                     each composition with its configuration; one for the
 * top level
 *        --resolve_instances--> plan members             instances and connections with their types; no
 * cycles
 *        --resolve_references--> ends, exports           every end is an interface
 *        --resolve_groups--> address spaces
 *        --check_connections-->                          each connection as written, used or not
 *        --check_settings-->                             each setting as written
 *        --flatten--> instances, connections, settings   of the whole system, with dotted names
 *        --merge_connections--> assembly connections     those that share an end are one
 *        --evaluate_queries--> literal settings          dtb(), gpio()
 *        --fold_attributes--> attributes                 "<-" followed, defaults filled in, types checked
 *        --check_...-->                                  see the files
 *        --freeze--> assembly
 *
 * A pass reports all it finds and goes on; what it reported it marks (bad, NULL or reported), and later
 * passes are quiet about that. So all passes run whatever was found, unless one says that the rest is
 * meaningless (stop).
 */
#include "assembly/assembly.h"

#include "assembly/passes.h"

#include <stdlib.h>
#include <string.h>

static bool every_item_is_known(const struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->spec->items.count; i++)
		if (resolver->items[i].ast->kind == ADL_ITEM_COMPONENT && !resolver->items[i].component)
			return false;
	return true;
}

static bool every_interface_has_its_type(const struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->components.count; i++) {
		const struct component *component = resolver->components.items[i];
		for (size_t j = 0; j < component->ast->interfaces.count; j++) {
			const struct interface *interface = &component->interfaces[j];
			bool is_procedure =
				interface->ast->kind == ADL_PROVIDES || interface->ast->kind == ADL_USES;
			if (!interface->bad && is_procedure != (interface->procedure != NULL))
				return false;
		}
	}
	return true;
}

static bool one_plan_is_the_top(const struct resolver *resolver)
{
	size_t tops = 0;
	for (size_t i = 0; i < resolver->plans.count; i++)
		tops += resolver->plans.items[i]->is_top;
	return tops == 1 && resolver->top && resolver->top->is_top;
}

static bool instances_are_indexed(const struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->plans.count; i++)
		for (size_t j = 0; j < resolver->plans.items[i]->instances.count; j++)
			if (resolver->plans.items[i]->instances.items[j]->index != j)
				return false;
	return true;
}

static bool ends_are_complete(const struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->plans.count; i++) {
		const struct plan *plan = resolver->plans.items[i];
		for (size_t j = 0; j < plan->connections.count; j++) {
			const struct plan_connection *connection = plan->connections.items[j];
			size_t ends = connection->from.count + connection->to.count;
			if (!connection->bad && ends != connection->ast->ends.count)
				return false;
		}
	}
	return true;
}

static bool instances_have_address_spaces(const struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->plans.count; i++)
		for (size_t j = 0; j < resolver->plans.items[i]->instances.count; j++)
			if (!resolver->plans.items[i]->instances.items[j]->address_space)
				return false;
	return true;
}

static bool no_end_is_exported(const struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->connections.count; i++) {
		const struct assembly_connection *out = resolver->connections.items[i]->out;
		for (size_t j = 0; j < out->from.count; j++)
			if (out->from.items[j].interface->is_exported)
				return false;
		for (size_t j = 0; j < out->to.count; j++)
			if (out->to.items[j].interface->is_exported)
				return false;
	}
	return true;
}

static bool ends_have_one_connection(const struct resolver *resolver)
{
	const struct assembly *assembly = resolver->assembly;
	for (size_t i = 0; i < assembly->connections.count && !diag_error_count(resolver->diag); i++) {
		const struct assembly_connection *connection = assembly->connections.items[i];
		for (size_t j = 0; j < connection->from.count; j++)
			if (connection->from.items[j].interface->connection != connection)
				return false;
		for (size_t j = 0; j < connection->to.count; j++)
			if (connection->to.items[j].interface->connection != connection)
				return false;
	}
	return true;
}

static bool attributes_are_literal(const struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->instances.count; i++) {
		const struct assembly_attributes *attributes = &resolver->instances.items[i]->out->attributes;
		for (size_t j = 0; j < attributes->list.count; j++) {
			const struct assembly_attribute *attribute = &attributes->list.items[j];
			if (attribute->has_value && (attribute->value.kind == ADL_VALUE_QUERY ||
						     attribute->value.kind == ADL_VALUE_REFERENCE))
				return false;
		}
	}
	return true;
}

static bool always(const struct resolver *resolver)
{
	return resolver != NULL;
}

static const struct pass {
	const char *name;
	void (*run)(struct resolver *resolver);
	bool (*postcondition)(const struct resolver *resolver);
	bool needs_order; /* nothing contains itself */
} passes[] = {
	{ "collect_names", assembly_collect_names, every_item_is_known, false },
	{ "resolve_types", assembly_resolve_types, every_interface_has_its_type, false },
	{ "merge_assemblies", assembly_merge_assemblies, one_plan_is_the_top, false },
	{ "resolve_instances", assembly_resolve_instances, instances_are_indexed, false },
	{ "resolve_references", assembly_resolve_references, ends_are_complete, false },
	{ "resolve_groups", assembly_resolve_groups, instances_have_address_spaces, false },
	{ "check_connections", assembly_check_connections, always, true },
	{ "check_settings", assembly_check_settings, always, true },
	{ "flatten", assembly_flatten, no_end_is_exported, true },
	{ "merge_connections", assembly_merge_connections, ends_have_one_connection, true },
	{ "evaluate_queries", assembly_evaluate_queries, always, true },
	{ "fold_attributes", assembly_fold_attributes, attributes_are_literal, true },
	{ "check_instances", assembly_check_instances, always, true },
	{ "check_names", assembly_check_names, always, true },
	{ "check_unused", assembly_check_unused, always, true },
	{ "freeze", assembly_freeze, always, true },
};

enum { PASSES = sizeof passes / sizeof *passes, INTERNAL_ERROR_STATUS = 70 };

const char *assembly_pass_name(size_t index)
{
	return index < PASSES ? passes[index].name : NULL;
}

static void dump(struct resolver *resolver)
{
	struct out *out = out_create(resolver->arena);
	assembly_dump(resolver, out);
	int error = out_commit(out, "-");
	if (error)
		diag_report_file(resolver->diag, DIAG_CANNOT_WRITE, "standard output", "cannot write: %s",
				 strerror(error));
}

static void run_pass(struct resolver *resolver, const struct pass *pass)
{
	const char *dump_after = resolver->options->dump_after;
	pass->run(resolver);
	if (dump_after && !strcmp(dump_after, pass->name))
		dump(resolver);
	if (resolver->options->verify_each && !resolver->stop && !pass->postcondition(resolver)) {
		fprintf(stderr, "internal error: pass %s does not keep what it promises\n", pass->name);
		exit(INTERNAL_ERROR_STATUS);
	}
}

const struct assembly *assembly_resolve(struct compilation *compilation, const struct adl_spec *spec,
					const struct assembly_options *options)
{
	struct resolver resolver = {
		.compilation = compilation,
		.arena = compilation->arena,
		.diag = compilation->diag,
		.spec = spec,
		.options = options,
		.has_syntax_errors = diag_error_count(compilation->diag) != 0,
		.assembly = ARENA_NEW(compilation->arena, struct assembly),
	};
	for (size_t i = 0; i < PASSES && !(resolver.stop && passes[i].needs_order); i++)
		run_pass(&resolver, &passes[i]);
	return diag_error_count(compilation->diag) ? NULL : resolver.assembly;
}

const struct assembly_attribute *assembly_attribute(const struct assembly_attributes *attributes,
						    struct compilation *compilation, const char *name)
{
	const char *own = intern_cstr(compilation->names, name);
	for (size_t i = 0; i < attributes->list.count && i < ASSEMBLY_FEW_ATTRIBUTES; i++)
		if (attributes->list.items[i].name == own)
			return &attributes->list.items[i];
	return map_get(&attributes->by_name, own);
}

const struct assembly_attribute *assembly_setting(const struct assembly_attributes *attributes,
						  struct compilation *compilation, const char *name)
{
	const struct assembly_attribute *attribute = assembly_attribute(attributes, compilation, name);
	return attribute && attribute->has_value ? attribute : NULL;
}

const struct assembly_attribute *assembly_instance_setting(const struct assembly_instance *instance,
							   struct compilation *compilation, const char *name)
{
	return assembly_setting(&instance->attributes, compilation, name);
}

const struct assembly_attribute *assembly_connection_setting(const struct assembly_connection *connection,
							     struct compilation *compilation,
							     const char *name)
{
	return assembly_setting(&connection->attributes, compilation, name);
}

const struct adl_struct *assembly_structure(const struct assembly *assembly,
					    const struct adl_attribute *attribute)
{
	return map_get(&assembly->structures, attribute);
}
