/*
 * flatten: the instances and connections of the whole system, from the plans. An inner instance is called
 * outer.inner (and so are its address space and the connections inside), the compound instance itself stays,
 * and an end at an exported interface moves to the interface that it stands for.
 *
 * The order is the reference tool's, because ids are given in it: the instances of a composition, then all
 * that is inside of the first one, and so on; the connections of a composition, then those inside of its
 * instances.
 */
#include "assembly/passes.h"

static const char *prefixed(struct resolver *resolver, const struct flat_instance *parent, const char *name)
{
	return parent ? intern_format(resolver->compilation->names, "%s.%s", parent->out->name, name) : name;
}

struct entity *assembly_find_entity(struct resolver *resolver, const char *name)
{
	return map_get(&resolver->entities, name);
}

struct flat_setting *assembly_find_setting(const struct entity *entity, const char *attribute)
{
	for (size_t i = 0; i < entity->settings.count && i < FEW; i++)
		if (entity->settings.items[i]->attribute == attribute)
			return entity->settings.items[i];
	return map_get(&entity->settings_by_name, attribute);
}

static struct entity *add_entity(struct resolver *resolver, const char *name)
{
	struct entity *entity = map_get(&resolver->entities, name);
	if (entity)
		return entity;
	entity = ARENA_NEW(resolver->arena, struct entity);
	entity->name = name;
	map_set(resolver->arena, &resolver->entities, name, entity);
	VEC_PUSH(resolver->arena, &resolver->entity_list, entity);
	return entity;
}

/* Nesting multiplies: a text of a few lines can mean more instances than there is memory. */
bool assembly_has_room(struct resolver *resolver, size_t more)
{
	resolver->size += more;
	if (resolver->size <= FLAT_SIZE_MAX)
		return true;
	if (!resolver->stop)
		diag_report(resolver->diag, DIAG_TOO_LARGE, resolver->assembly->range,
			    "the assembly has too many instances, interfaces and connections once it is "
			    "flattened");
	resolver->stop = true;
	return false;
}

static void add_interfaces(struct resolver *resolver, struct assembly_instance *out,
			   const struct component *type)
{
	struct arena *arena = resolver->arena;
	size_t count = type->ast->interfaces.count;
	struct flat_interface *interfaces = ARENA_ARRAY(arena, struct flat_interface, count);
	out->interfaces.items = ARENA_ARRAY(arena, struct assembly_interface *, count);
	out->interfaces.count = out->interfaces.capacity = count;
	for (size_t i = 0; i < count; i++) {
		const struct interface *interface = &type->interfaces[i];
		interfaces[i].out = (struct assembly_interface){
			.declaration = interface->ast,
			.name = interface->ast->name.text,
			.procedure = interface->procedure,
			.is_exported = interface->exported != NULL,
			.instance = out,
		};
		out->interfaces.items[i] = &interfaces[i].out;
	}
}

static struct flat_instance *add_instance(struct resolver *resolver, struct flat_instance *parent,
					  struct plan_instance *source)
{
	struct component *type = source->type;
	if (!type ||
	    !assembly_has_room(resolver, 1 + type->ast->interfaces.count + type->ast->attributes.count))
		return NULL;
	struct flat_instance *flat = ARENA_NEW(resolver->arena, struct flat_instance);
	struct assembly_instance *out = ARENA_NEW(resolver->arena, struct assembly_instance);
	*out = (struct assembly_instance){
		.index = (unsigned)resolver->instances.count,
		.name = prefixed(resolver, parent, source->name),
		.type = type->ast,
		.parent = parent ? parent->out : NULL,
		.range = source->ast->name.range,
	};
	out->address_space = source->group ? prefixed(resolver, parent, source->address_space) : out->name;
	add_interfaces(resolver, out, type);
	*flat = (struct flat_instance){ .out = out, .source = source, .parent = parent };
	type->instantiated = true;
	struct entity *entity = add_entity(resolver, out->name);
	entity->instance = out;
	entity->type = type;
	VEC_PUSH(resolver->arena, &resolver->instances, flat);
	return flat;
}

static struct assembly_interface *flat_interface(const struct flat_instance *parent,
						 const struct flat_instance *top,
						 const struct plan_instance *instance,
						 const struct interface *interface)
{
	const struct flat_instance *flat =
		instance ? (parent ? parent : top)->children[instance->index] : parent;
	while (flat && interface->exported) {
		flat = flat->children[interface->exported->instance->index];
		interface = interface->exported->inner;
	}
	return flat ? flat->out->interfaces.items[interface->index] : NULL;
}

static bool add_end(struct resolver *resolver, struct assembly_connection *out, bool is_to,
		    const struct flat_instance *parent, const struct flat_instance *top,
		    const struct plan_end *source)
{
	struct assembly_end end = { .range = source->range };
	end.interface = flat_interface(parent, top, source->instance, source->interface);
	if (!end.interface || !assembly_has_room(resolver, 1))
		return false;
	end.instance = end.interface->instance;
	if (is_to)
		VEC_PUSH(resolver->arena, &out->to, end);
	else
		VEC_PUSH(resolver->arena, &out->from, end);
	return true;
}

static void add_connection(struct resolver *resolver, struct flat_instance *parent,
			   const struct flat_instance *top, struct plan_connection *source)
{
	struct flat_connection *flat = ARENA_NEW(resolver->arena, struct flat_connection);
	struct assembly_connection *out = ARENA_NEW(resolver->arena, struct assembly_connection);
	*out = (struct assembly_connection){
		.name = prefixed(resolver, parent, source->name),
		.type = source->type,
		.range = source->ast->name.range,
	};
	*flat = (struct flat_connection){ .out = out, .source = source, .parent = parent };
	bool ok = assembly_has_room(resolver, 1);
	VEC_RESERVE(resolver->arena, &out->from, source->from.count);
	VEC_RESERVE(resolver->arena, &out->to, source->to.count);
	for (size_t i = 0; i < source->from.count; i++)
		ok &= add_end(resolver, out, false, parent, top, &source->from.items[i]);
	for (size_t i = 0; i < source->to.count; i++)
		ok &= add_end(resolver, out, true, parent, top, &source->to.items[i]);
	flat->bad = !ok || source->bad || source->reported || !source->type;
	VEC_PUSH(resolver->arena, &resolver->connections, flat);
}

static void add_settings(struct resolver *resolver, const struct flat_instance *parent,
			 const struct plan *plan)
{
	for (size_t i = 0; i < plan->settings.count && assembly_has_room(resolver, 1); i++) {
		struct flat_setting *setting = ARENA_NEW(resolver->arena, struct flat_setting);
		*setting = (struct flat_setting){
			.source = plan->settings.items[i],
			.parent = parent,
			.attribute = plan->settings.items[i]->ast->attribute.text,
			.value = plan->settings.items[i]->ast->value,
		};
		VEC_PUSH(resolver->arena, &resolver->settings, setting);
	}
}

static size_t flat_size(struct plan *plan);

static size_t instance_size(const struct component *type)
{
	size_t own = 1 + type->ast->interfaces.count + type->ast->attributes.count;
	return own + (type->plan ? flat_size(type->plan) : 0);
}

/* What a composition becomes, or more than fits: known before any of it is made. */
static size_t flat_size(struct plan *plan)
{
	if (plan->flat_size)
		return plan->flat_size;
	size_t size = 1 + plan->settings.count;
	for (size_t i = 0; i < plan->connections.count; i++)
		size += 1 + plan->connections.items[i]->from.count + plan->connections.items[i]->to.count;
	for (size_t i = 0; i < plan->instances.count && size <= FLAT_SIZE_MAX; i++)
		if (plan->instances.items[i]->type)
			size += instance_size(plan->instances.items[i]->type);
	plan->flat_size = size <= FLAT_SIZE_MAX ? size : FLAT_SIZE_MAX + 1;
	return plan->flat_size;
}

/* TOP stands for the assembly where there is no parent. Recursion goes as deep as components nest, which is
 * limited. */
static void add_plan_instances(struct resolver *resolver, struct flat_instance *top,
			       struct flat_instance *parent, const struct plan *plan)
{
	struct flat_instance *flat = parent ? parent : top;
	flat->children = ARENA_ARRAY(resolver->arena, struct flat_instance *, plan->instances.count);
	for (size_t i = 0; i < plan->instances.count; i++)
		flat->children[i] = add_instance(resolver, parent, plan->instances.items[i]);
	for (size_t i = 0; i < plan->instances.count && !resolver->stop; i++) {
		struct flat_instance *child = flat->children[i];
		if (child && child->source->type->plan)
			add_plan_instances(resolver, top, child, child->source->type->plan);
	}
}

static void add_plan_rest(struct resolver *resolver, struct flat_instance *top, struct flat_instance *parent,
			  const struct plan *plan)
{
	const struct flat_instance *flat = parent ? parent : top;
	for (size_t i = 0; i < plan->connections.count && !resolver->stop; i++)
		add_connection(resolver, parent, top, plan->connections.items[i]);
	add_settings(resolver, parent, plan);
	for (size_t i = 0; i < plan->instances.count && !resolver->stop; i++) {
		struct flat_instance *child = flat->children[i];
		if (child && child->source->type->plan)
			add_plan_rest(resolver, top, child, child->source->type->plan);
	}
}

static void resolve_aliases(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->instances.count; i++) {
		const struct flat_instance *flat = resolver->instances.items[i];
		const struct component *type = flat->source->type;
		for (size_t j = 0; j < flat->out->interfaces.count; j++)
			if (type->interfaces[j].exported)
				flat->out->interfaces.items[j]->alias_of =
					flat_interface(flat, NULL, NULL, &type->interfaces[j]);
	}
}

/* Names that settings can have: instances go before connections, and these before a component's own
 * interfaces. */
static void bind_settings(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->connections.count; i++) {
		struct entity *entity = add_entity(resolver, resolver->connections.items[i]->out->name);
		if (!entity->instance)
			entity->connection = resolver->connections.items[i]->out;
	}
	const struct flat_setting *last = NULL; /* several in a row mostly name the same */
	for (size_t i = 0; i < resolver->settings.count; i++) {
		struct flat_setting *setting = resolver->settings.items[i];
		const char *name = setting->source->ast->entity.text;
		bool same = last && last->parent == setting->parent && last->source->ast->entity.text == name;
		struct entity *entity =
			same ? last->entity : add_entity(resolver, prefixed(resolver, setting->parent, name));
		last = setting;
		const struct component *owner = setting->parent ? setting->parent->source->type : NULL;
		const struct interface *own = owner ? map_get(&owner->interfaces_by_name, name) : NULL;
		if (own && !entity->instance && !entity->connection)
			entity->interface = setting->parent->out->interfaces.items[own->index];
		setting->entity = entity;
		if (assembly_find_setting(entity, setting->attribute))
			continue;
		VEC_PUSH(resolver->arena, &entity->settings, setting);
		if (entity->settings.count > FEW)
			map_set(resolver->arena, &entity->settings_by_name, setting->attribute, setting);
	}
}

void assembly_flatten(struct resolver *resolver)
{
	struct flat_instance top = { 0 };
	if (flat_size(resolver->top) > FLAT_SIZE_MAX && !assembly_has_room(resolver, FLAT_SIZE_MAX + 1))
		return;
	map_reserve(resolver->arena, &resolver->entities,
		    resolver->top->instances.count + resolver->top->connections.count);
	add_plan_instances(resolver, &top, NULL, resolver->top);
	if (!resolver->stop)
		add_plan_rest(resolver, &top, NULL, resolver->top);
	if (resolver->stop)
		return;
	resolve_aliases(resolver);
	bind_settings(resolver);
	if (!resolver->top->instances.count && resolver->top->parts.count && !resolver->top->incomplete)
		diag_report(resolver->diag, DIAG_ASSEMBLY_PARTS, resolver->assembly->range,
			    "the assembly has no instances");
}
