#include "lower/lower.h"

#include "connector/connector.h"
#include "connector/own.h"
#include "lower/attribute.h"
#include "lower/dma.h"
#include "lower/group.h"
#include "lower/name.h"
#include "lower/procedure.h"
#include "lower/thread.h"
#include "lower/transport.h"
#include "lower/without_effect.h"

#include <limits.h>
#include <string.h>

enum {
	FIRST_VADDR = 0x3000000,  /* where the guide maps its regions */
	IMAGE_VADDR = 0x200000,	  /* where protection domains are linked */
	IMAGE_RESERVE = 32 << 20, /* for a component's code and data, beside its heap and stacks */
	PAGE_SIZE = 0x1000,
	LARGE_PAGE_SIZE = 0x200000,
};

static const char *interface_kind_name(enum adl_interface_kind kind)
{
	static const char *const names[] = {
		[ADL_PROVIDES] = "provides", [ADL_USES] = "uses",	  [ADL_EMITS] = "emits",
		[ADL_CONSUMES] = "consumes", [ADL_DATAPORT] = "dataport",
	};
	return names[kind];
}

static void add_includes(struct compilation *compilation, struct model_component *component,
			 const struct adl_include *includes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		VEC_PUSH(compilation->arena, &component->includes,
			 (struct model_include){ includes[i].path, includes[i].angle });
}

/* What a dataport's pointer points to in C; NULL for void. */
static const char *dataport_c_type(const struct adl_interface *declaration)
{
	return declaration->has_size ? NULL : declaration->type_name;
}

/* What lowering components needs, beside each of them. */
struct component_context {
	struct compilation *compilation;
	const struct lower_defaults *defaults;
	struct attribute_context attributes;
	struct procedure_table procedures;
	struct map warned; /* component types whose threads were warned of */
};

/* Calls are served by a strand, even where CAmkES serves them from the component's own loop. */
static bool is_served(const struct assembly_interface *interface)
{
	if (!interface->connection || interface->is_from || !interface->connection->type->name.text)
		return false;
	const struct connector *connector = connector_find(interface->connection->type->name.text);
	return connector && connector->rpc;
}

static void add_binding(struct component_context *context, const struct assembly_instance *instance,
			const struct assembly_interface *interface, struct model_component *component)
{
	struct compilation *compilation = context->compilation;
	const struct adl_interface *declaration = interface->declaration;
	struct model_binding binding = {
		.kind = MODEL_BINDING_UNCONNECTED,
		.interface = interface->name,
		.interface_kind = interface_kind_name(declaration->kind),
		.type = declaration->type_name,
		.c_type = declaration->kind == ADL_DATAPORT ? dataport_c_type(declaration) : NULL,
		.connector = interface->connection ? interface->connection->type->name.text : NULL,
		.connection = interface->connection ? interface->connection->name : NULL,
		.range = declaration->range,
	};
	if (thread_count(interface) || is_served(interface)) {
		binding.strand = thread_add(compilation, context->defaults, instance, interface, component);
		component->strands.items[binding.strand].serves_only = !thread_count(interface);
	}
	if (interface->procedure)
		binding.procedure = procedure_lower(compilation, &context->procedures, interface->procedure);
	VEC_PUSH(compilation->arena, &component->bindings, binding);
	if (interface->procedure)
		add_includes(compilation, component, interface->procedure->includes.items,
			     interface->procedure->includes.count);
}

/* What a semaphore holds at first: its attribute, or CAmkES' default. */
static unsigned initial_value(struct compilation *compilation, const struct assembly_instance *instance,
			      const struct adl_lock *lock)
{
	static const struct {
		uint64_t otherwise, most;
	} values[] = {
		[ADL_MUTEX] = { 1, 1 }, [ADL_SEMAPHORE] = { 1, INT_MAX }, [ADL_BINARY_SEMAPHORE] = { 0, 1 }
	};
	if (lock->kind == ADL_MUTEX)
		return 1;
	const char *name = arena_format(compilation->arena, "%s_value", lock->name.text);
	return (unsigned)thread_number(compilation, instance, name, values[lock->kind].otherwise, 0,
				       values[lock->kind].most);
}

static void add_locks(struct compilation *compilation, const struct assembly_instance *instance,
		      struct model_component *component)
{
	static const enum model_lock_kind kinds[] = {
		[ADL_MUTEX] = MODEL_LOCK_MUTEX,
		[ADL_SEMAPHORE] = MODEL_LOCK_SEMAPHORE,
		[ADL_BINARY_SEMAPHORE] = MODEL_LOCK_BINARY_SEMAPHORE,
	};
	for (size_t i = 0; i < instance->type->locks.count; i++) {
		const struct adl_lock *lock = instance->type->locks.items[i];
		VEC_PUSH(compilation->arena, &component->locks,
			 (struct model_lock){ .kind = kinds[lock->kind],
					      .name = lock->name.text,
					      .initial = initial_value(compilation, instance, lock),
					      .range = lock->range });
	}
}

static struct model_component *lower_component(struct component_context *context,
					       const struct assembly_instance *instance)
{
	struct compilation *compilation = context->compilation;
	struct model_component *component = ARENA_NEW(compilation->arena, struct model_component);
	component->instance = instance->name;
	component->type = instance->type->name.text ? instance->type->name.text : instance->name;
	component->control = instance->type->control;
	component->range = instance->range;
	component->heap_size = thread_number(compilation, instance, "heap_size", context->defaults->heap_size,
					     0, (uint64_t)1 << 32);
	thread_add(compilation, context->defaults, instance, NULL, component);
	add_includes(compilation, component, instance->type->includes.items, instance->type->includes.count);
	for (size_t i = 0; i < instance->interfaces.count; i++)
		add_binding(context, instance, instance->interfaces.items[i], component);
	add_locks(compilation, instance, component);
	attribute_add_all(&context->attributes, instance, component);
	return component;
}

/* Behind the program image, which holds the heap and the strands' stacks, each with a guard page. */
static uint64_t first_vaddr(const struct model_component *component)
{
	uint64_t end = IMAGE_VADDR + IMAGE_RESERVE + component->heap_size;
	for (size_t i = 0; i < component->strands.count; i++)
		end += component->strands.items[i].stack_size + PAGE_SIZE;
	end = (end + LARGE_PAGE_SIZE - 1) & ~(uint64_t)(LARGE_PAGE_SIZE - 1);
	return end < FIRST_VADDR ? FIRST_VADDR : end;
}

/* Threads that run after start-up do not preempt each other any more. */
static const char *turns_text(const struct model_component *component)
{
	size_t running = component->strands.count - (component->control ? 0 : 1);
	return running < 2
		       ? NULL
		       : "its threads take turns: one that loops without waiting or yielding holds up the "
			 "others";
}

/*
 * Threads do not preempt each other here. Where a component both runs and serves, others wait for it; said
 * once per component.
 */
static void warn_of_starvation(struct component_context *context, const struct assembly_instance *instance)
{
	struct arena *arena = context->compilation->arena;
	const char *served = NULL;
	if (!instance->type->control || map_get(&context->warned, instance->type))
		return;
	for (size_t i = 0; i < instance->interfaces.count; i++)
		if (is_served(instance->interfaces.items[i]))
			served = served ? arena_format(arena, "%s, '%s'", served,
						       instance->interfaces.items[i]->name)
					: arena_format(arena, "'%s'", instance->interfaces.items[i]->name);
	if (!served)
		return;
	map_set(arena, &context->warned, instance->type, context);
	diag_report(context->compilation->diag, DIAG_STARVATION, instance->type->control_range,
		    "run() takes turns with the thread that serves %s: while it neither waits nor yields, "
		    "who calls "
		    "there waits",
		    served);
}

/* Nothing was there to translate; the component's code has to be prepared for that. */
static void note_unconnected(struct connector_context *context, const struct assembly_instance *instance)
{
	struct arena *arena = context->compilation->arena;
	for (size_t i = 0; i < instance->interfaces.count; i++) {
		const struct assembly_interface *interface = instance->interfaces.items[i];
		if (interface->connection || !interface->declaration->optional)
			continue;
		connector_note(context, (struct model_note){
						.construct = arena_format(
							arena, "maybe %s %s.%s",
							interface_kind_name(interface->declaration->kind),
							instance->name, interface->name),
						.became = "weak symbols without a definition",
						.why = "no connection joins it",
						.by_hand = "the component's code has to ask whether "
							   "it is there before it uses it",
						.range = interface->declaration->range,
					});
	}
}

static struct model_pd *add_pd(struct connector_context *context, struct name_table *names, const char *name,
			       struct src_range range)
{
	struct compilation *compilation = context->compilation;
	struct model_pd *pd = model_pd_add(compilation, context->model, name_for_instance(names, name));
	pd->range = range;
	pd->program_image = arena_format(compilation->arena, "%s.elf", pd->name);
	return pd;
}

static void note_instance(struct connector_context *context, const struct assembly_instance *instance,
			  const struct model_pd *pd)
{
	struct arena *arena = context->compilation->arena;
	const char *became =
		arena_format(arena, "protection domain `%s`, priority %u", pd->name, pd->priority);
	if (group_is_in(instance))
		became = arena_format(arena,
				      "%s, apart from its group `%s`: nothing there needs one address space",
				      became, instance->address_space);
	connector_note(context, (struct model_note){
					.construct = arena_format(arena, "component %s %s",
								  pd->component->type, instance->name),
					.became = became,
					.why = "an instance is an address space of its own; its threads "
					       "become coroutines of one thread",
					.by_hand = turns_text(pd->component),
					.section = "component and protection domain",
					.range = instance->range,
				});
}

static void lower_single(struct connector_context *context, struct name_table *names,
			 struct component_context *components, const struct assembly_instance *instance)
{
	struct model_pd *pd = add_pd(context, names, instance->name, instance->range);
	pd->component = lower_component(components, instance);
	thread_set_scheduling(context->compilation, components->defaults, instance, pd);
	context->pds[instance->index] = pd;
	note_instance(context, instance, pd);
}

/* The group's own strand runs the start-up; each member with `control` has a strand for its run(). */
static struct model_pd *add_group(struct connector_context *context, struct name_table *names,
				  struct component_context *components, const struct assembly_instance *first)
{
	struct arena *arena = context->compilation->arena;
	struct model_pd *pd = add_pd(context, names, first->address_space, first->range);
	struct model_component *group = ARENA_NEW(arena, struct model_component);
	*group = (struct model_component){ .instance = first->address_space,
					   .type = "group",
					   .range = first->range };
	thread_add(components->compilation, components->defaults, first, NULL, group);
	pd->component = group;
	return pd;
}

/* The group's protection domain, if an earlier member made it. */
static struct model_pd *find_group(const struct connector_context *context,
				   const struct assembly_instance *instance)
{
	for (size_t i = 0; i < instance->index; i++) {
		const struct assembly_instance *other = context->assembly->instances.items[i];
		if (context->pds[i] && !strcmp(other->address_space, instance->address_space))
			return context->pds[i];
	}
	return NULL;
}

static void lower_member(struct connector_context *context, struct name_table *names,
			 struct component_context *components, const struct assembly_instance *instance,
			 const char *reason)
{
	struct arena *arena = context->compilation->arena;
	struct model_pd *pd = find_group(context, instance);
	if (!pd)
		pd = add_group(context, names, components, instance);
	const char *prefix = group_add(context->compilation, pd->component,
				       lower_component(components, instance), instance);
	context->pds[instance->index] = pd;
	context->prefixes[instance->index] = prefix;
	thread_set_scheduling(context->compilation, components->defaults, instance, pd);
	connector_note(context,
		       (struct model_note){
			       .construct = arena_format(arena, "component %s %s of group %s",
							 instance->type->name.text, instance->name,
							 instance->address_space),
			       .became = arena_format(arena, "part of protection domain `%s`", pd->name),
			       .why = reason,
			       .by_hand = turns_text(pd->component),
			       .section = "component and protection domain",
			       .range = instance->range,
		       });
}

static void lower_instance(struct connector_context *context, struct name_table *names,
			   struct component_context *components, const struct assembly_instance *instance)
{
	context->prefixes[instance->index] = "";
	if (instance->type->hardware)
		return;
	warn_of_starvation(components, instance);
	without_effect_warn(context->compilation, instance);
	const char *reason = group_reason(context->compilation, context->assembly, instance);
	if (reason)
		lower_member(context, names, components, instance, reason);
	else
		lower_single(context, names, components, instance);
	note_unconnected(context, instance);
}

/* Regions begin behind the programs, whose sizes are known when all members are there. */
static void lower_memory(struct connector_context *context)
{
	struct arena *arena = context->compilation->arena;
	size_t count = context->model->pds.count;
	context->global_badges = ARENA_ARRAY(arena, uint64_t, count);
	context->next_vaddr = ARENA_ARRAY(arena, uint64_t, count);
	for (size_t i = 0; i < count; i++)
		context->next_vaddr[i] = first_vaddr(context->model->pds.items[i]->component);
	for (size_t i = 0; i < context->assembly->instances.count; i++)
		if (context->pds[i])
			dma_add(context, context->assembly->instances.items[i]);
}

static void count_wanted_names(struct connector_context *context)
{
	struct arena *arena = context->compilation->arena;
	for (size_t i = 0; i < context->assembly->connections.count; i++) {
		const struct assembly_connection *connection = context->assembly->connections.items[i];
		const char *wanted = connector_common_interface(connection);
		if (!wanted || connection->type->from.kind != ADL_END_DATAPORT)
			continue;
		unsigned *count = map_get(&context->region_names_wanted, wanted);
		if (!count) {
			count = ARENA_NEW(arena, unsigned);
			map_set(arena, &context->region_names_wanted, wanted, count);
		}
		++*count;
	}
	/* A connection's own name is not to be taken by a dataport elsewhere. */
	for (size_t i = 0; i < context->assembly->connections.count; i++) {
		const struct assembly_connection *connection = context->assembly->connections.items[i];
		unsigned *count = map_get(&context->region_names_wanted, connection->name);
		if (count && connector_common_interface(connection) != connection->name)
			++*count;
	}
}

static bool has_hardware_end(const struct assembly_connection *connection)
{
	for (size_t i = 0; i < connector_end_count(connection); i++)
		if (connector_end(connection, i)->instance->type->hardware)
			return true;
	return false;
}

static void lower_connection(struct connector_context *context, const struct assembly_connection *connection)
{
	struct diag *diag = context->compilation->diag;
	const char *name = connection->type->name.text ? connection->type->name.text : "(anonymous)";
	const struct connector *connector = connector_find(name);
	const char *refusal = connector_refusal(name);
	if (refusal) {
		diag_report(diag, DIAG_HARDWARE_REFUSED, connection->range,
			    "connection '%s' cannot be translated: %s", connection->name, refusal);
		return;
	}
	if (!connector) {
		const char *near = connector_suggest(name);
		diag_report(diag, DIAG_UNSUPPORTED_CONNECTOR, connection->range,
			    "connector '%s' is not supported, so connection '%s' cannot be translated%s%s%s",
			    name, connection->name, near ? "; did you mean '" : "", near ? near : "",
			    near ? "'?" : "");
		if (!near && connection->type->name.text)
			diag_note(diag, connection->type->range,
				  "templates (Jinja) are not run; '%s' says what it is instead: 'like "
				  "CONNECTOR' "
				  "(a built-in one), and 'from FILE', 'to FILE' for C of its own",
				  own_connector_path(context->compilation, connection->type));
		return;
	}
	if (connection->type->from.kind != connector->kind || connection->type->to.kind != connector->kind ||
	    connection->type->from.hardware != connector->from_hardware ||
	    connection->type->to.hardware != connector->to_hardware ||
	    (has_hardware_end(connection) && !connector->from_hardware && !connector->to_hardware)) {
		diag_report(diag, DIAG_CONNECTOR_SHAPE, connection->range,
			    "the definition of connector '%s' differs from the built-in one in what it joins",
			    name);
		diag_note(diag, connection->type->range, "it is defined here");
		return;
	}
	connector->lower(context, connection);
}

static bool check_pd_count(struct connector_context *context)
{
	const struct model *model = context->model;
	if (model->pds.count <= MODEL_PD_MAX)
		return true;
	diag_report(
		context->compilation->diag, DIAG_TOO_MANY_PDS, model->pds.items[MODEL_PD_MAX]->range,
		"the assembly has %zu components, and a Core Platform system at most %d protection domains; "
		"split the system, or join components",
		model->pds.count, MODEL_PD_MAX);
	return false;
}

/* One error per protection domain that has too many ids, at the first connection that does not fit. */
static void check_channel_ids(struct connector_context *context)
{
	bool reported[MODEL_PD_MAX] = { false };
	for (size_t i = 0; i < context->model->channels.count; i++)
		for (int end = 0; end < 2; end++) {
			const struct model_end *used = &context->model->channels.items[i]->ends[end];
			if (used->id < MODEL_CHANNEL_ID_COUNT || reported[used->pd->index])
				continue;
			reported[used->pd->index] = true;
			diag_report(context->compilation->diag, DIAG_TOO_MANY_CHANNELS, used->range,
				    "instance '%s' needs more than the %d channel ids that a protection "
				    "domain can have; "
				    "move some of its interfaces to another component",
				    used->pd->component->instance, MODEL_CHANNEL_ID_COUNT);
		}
}

const struct model *lower_assembly(struct compilation *compilation, const struct assembly *assembly,
				   const struct lower_options *options)
{
	unsigned errors = diag_error_count(compilation->diag);
	struct connector_context context = {
		.compilation = compilation,
		.assembly = assembly,
		.model = model_create(compilation, options->system_name),
		.pds = ARENA_ARRAY(compilation->arena, struct model_pd *, assembly->instances.count),
		.prefixes = ARENA_ARRAY(compilation->arena, const char *, assembly->instances.count),
	};
	struct name_table names = { .compilation = compilation, .max = options->name_max };
	struct component_context components = {
		.compilation = compilation,
		.defaults = &options->defaults,
		.attributes = { .compilation = compilation, .assembly = assembly },
	};
	context.model->from_camkes = true;
	struct map own = { 0 };
	own_connectors_replace(compilation, assembly, &own);
	for (size_t i = 0; i < assembly->instances.count; i++)
		lower_instance(&context, &names, &components, assembly->instances.items[i]);
	if (!check_pd_count(&context))
		return NULL;
	lower_memory(&context);
	transport_choose(&context, options->passive);
	count_wanted_names(&context);
	for (size_t i = 0; i < assembly->connections.count; i++)
		lower_connection(&context, assembly->connections.items[i]);
	own_connectors_add_c(&context, &own);
	check_channel_ids(&context);
	return diag_error_count(compilation->diag) == errors ? context.model : NULL;
}
