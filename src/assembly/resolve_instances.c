/*
 * resolve_instances: the members of each composition by name, and the types of instances and connections.
 * Afterwards no component contains itself.
 */
#include "assembly/passes.h"

/* One part of one plan. */
struct context {
	struct resolver *resolver;
	struct plan *plan;
	unsigned part;
	struct item *user;
};

static struct component *find_component(struct context *context, const struct adl_instance *ast)
{
	struct resolver *resolver = context->resolver;
	if (ast->body)
		return map_get(&resolver->components_by_ast, ast->body);
	struct item *item = assembly_find_item(resolver, ADL_ITEM_COMPONENT, &ast->type, context->user);
	return item ? item->component : NULL;
}

/* Instances, those in groups too, and connections share one name space. */
static const struct adl_name *find_member(const struct plan *plan, const char *name)
{
	const struct plan_instance *instance = map_get(&plan->instances_by_name, name);
	if (instance)
		return &instance->ast->name;
	const struct plan_connection *connection = map_get(&plan->connections_by_name, name);
	return connection ? &connection->ast->name : NULL;
}

/* So do groups and the instances outside of them: what the ends of connections name first. */
static const struct adl_name *find_group(const struct plan *plan, const char *name)
{
	const struct adl_group *group = map_get(&plan->groups_by_name, name);
	return group ? &group->name : NULL;
}

static bool is_new(struct resolver *resolver, const char *what, const struct adl_name *name,
		   const struct adl_name *previous)
{
	if (previous)
		assembly_report_redefinition(resolver, what, name, previous);
	return !previous;
}

static void add_instance(struct context *context, const struct adl_instance *ast,
			 const struct adl_group *group)
{
	struct arena *arena = context->resolver->arena;
	struct plan *plan = context->plan;
	struct plan_instance *instance = ARENA_NEW(arena, struct plan_instance);
	*instance = (struct plan_instance){
		.plan = plan,
		.ast = ast,
		.group = group,
		.name = ast->name.text,
		.address_space = ast->name.text,
		.index = (unsigned)plan->instances.count,
		.part = context->part,
		.type = find_component(context, ast),
	};
	const struct adl_name *previous = find_member(plan, ast->name.text);
	if (!previous && !group)
		previous = find_group(plan, ast->name.text);
	if (!is_new(context->resolver, "instance", &ast->name, previous))
		return;
	map_set(arena, &plan->instances_by_name, instance->name, instance);
	VEC_PUSH(arena, &plan->instances, instance);
}

static void add_group(struct context *context, const struct adl_group *group)
{
	struct plan *plan = context->plan;
	const struct plan_instance *instance =
		group->name.text ? map_get(&plan->instances_by_name, group->name.text) : NULL;
	const struct adl_name *previous = instance && !instance->group ? &instance->ast->name : NULL;
	if (!previous && group->name.text)
		previous = find_group(plan, group->name.text);
	if (group->name.text && is_new(context->resolver, "group", &group->name, previous))
		map_set(context->resolver->arena, &plan->groups_by_name, group->name.text,
			(void *)(uintptr_t)group);
	for (size_t i = 0; i < group->instances.count; i++)
		add_instance(context, group->instances.items[i], group);
}

static void add_connection(struct context *context, const struct adl_connection *ast)
{
	struct arena *arena = context->resolver->arena;
	struct plan *plan = context->plan;
	struct plan_connection *connection = ARENA_NEW(arena, struct plan_connection);
	*connection = (struct plan_connection){ .ast = ast, .name = ast->name.text, .part = context->part };
	if (ast->body) {
		connection->type = ast->body->incomplete ? NULL : ast->body;
	} else {
		const struct item *item =
			assembly_find_item(context->resolver, ADL_ITEM_CONNECTOR, &ast->type, context->user);
		connection->type =
			item && !item->ast->as.connector->incomplete ? item->ast->as.connector : NULL;
	}
	if (is_new(context->resolver, "connection", &ast->name, find_member(plan, ast->name.text)))
		map_set(arena, &plan->connections_by_name, connection->name, connection);
	else
		connection->bad = true;
	VEC_PUSH(arena, &plan->connections, connection);
}

static void add_members(struct context *context, const struct adl_composition *composition)
{
	/* Groups' instances come after the others, as in the reference tool: the order decides ids. */
	for (size_t i = 0; i < composition->members.count; i++)
		if (composition->members.items[i].kind == ADL_MEMBER_INSTANCE)
			add_instance(context, composition->members.items[i].as.instance, NULL);
	for (size_t i = 0; i < composition->members.count; i++)
		if (composition->members.items[i].kind == ADL_MEMBER_GROUP)
			add_group(context, composition->members.items[i].as.group);
	for (size_t i = 0; i < composition->members.count; i++)
		if (composition->members.items[i].kind == ADL_MEMBER_CONNECTION)
			add_connection(context, composition->members.items[i].as.connection);
}

static void add_settings(struct context *context, const struct adl_configuration *configuration)
{
	for (size_t i = 0; i < configuration->settings.count; i++) {
		struct plan_setting *setting = ARENA_NEW(context->resolver->arena, struct plan_setting);
		setting->ast = configuration->settings.items[i];
		VEC_PUSH(context->resolver->arena, &context->plan->settings, setting);
	}
}

/* The names of a large composition are not few: room for them is made once. */
static void reserve_names(struct resolver *resolver, struct plan *plan)
{
	size_t count[ADL_MEMBER_EXPORT + 1] = { 0 };
	for (size_t i = 0; i < plan->parts.count; i++) {
		const struct adl_composition *composition = plan->parts.items[i].composition;
		for (size_t j = 0; composition && j < composition->members.count; j++)
			count[composition->members.items[j].kind]++;
	}
	map_reserve(resolver->arena, &plan->instances_by_name, count[ADL_MEMBER_INSTANCE]);
	map_reserve(resolver->arena, &plan->connections_by_name, count[ADL_MEMBER_CONNECTION]);
}

static void fill_plan(struct resolver *resolver, struct plan *plan)
{
	reserve_names(resolver, plan);
	for (size_t i = 0; i < plan->parts.count; i++) {
		const struct plan_part *part = &plan->parts.items[i];
		struct context context = { resolver, plan, (unsigned)i, part->item };
		plan->incomplete |= !part->composition || part->composition->incomplete;
		plan->lost_end |= part->configuration && part->configuration->lost_connection;
		plan->lost_settings |= part->configuration && part->configuration->incomplete;
		if (part->composition)
			add_members(&context, part->composition);
		if (part->configuration)
			add_settings(&context, part->configuration);
	}
}

enum { VISITING = 1, VISITED = 2 };

static void report_too_deep(struct resolver *resolver, const struct plan_instance *instance)
{
	if (!resolver->stop)
		diag_report(resolver->diag, DIAG_TOO_LARGE, instance->ast->range,
			    "components are nested more than %d deep", DEPTH_MAX);
	resolver->stop = true;
}

/* Depth first through the components inside of components. The depth is limited, so recursion is. */
static void check_containment(struct resolver *resolver, struct component *component, unsigned depth)
{
	if (component->visit == VISITED || !component->plan)
		return;
	component->visit = VISITING;
	for (size_t i = 0; i < component->plan->instances.count; i++) {
		const struct plan_instance *instance = component->plan->instances.items[i];
		struct component *inner = instance->type;
		if (!inner)
			continue;
		if (inner->visit == VISITING) {
			diag_report(resolver->diag, DIAG_CYCLE, instance->ast->range,
				    "component '%s' contains itself", inner->name);
			diag_note(resolver->diag, inner->range, "'%s' is defined here", inner->name);
			resolver->stop = true;
			continue;
		}
		if (depth < DEPTH_MAX)
			check_containment(resolver, inner, depth + 1);
		if (inner->depth >= component->depth)
			component->depth = inner->depth + 1;
		if (depth >= DEPTH_MAX || component->depth > DEPTH_MAX) {
			report_too_deep(resolver, instance);
			break;
		}
	}
	component->visit = VISITED;
}

void assembly_resolve_instances(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->plans.count; i++)
		fill_plan(resolver, resolver->plans.items[i]);
	for (size_t i = 0; i < resolver->components.count; i++)
		check_containment(resolver, resolver->components.items[i], 0);
}
