/*
 * resolve_references: the ends of connections and the two sides of exports. Every end of a plan that is kept
 * has an interface. Where one is lost, it is marked what it may have been meant for, because nothing can be
 * said about unconnected interfaces there.
 */
#include "assembly/passes.h"

struct context {
	struct resolver *resolver;
	struct plan *plan;
	unsigned part;
};

/* "assembly" or "component 'x'", for messages. */
static const char *place_name(const struct context *context)
{
	const struct plan *plan = context->plan;
	if (plan->owner)
		return arena_format(context->resolver->arena, "component '%s'", plan->owner->name);
	return plan->is_top ? "the assembly" : "the composition";
}

/* INTERFACE of INSTANCE would have been connected if it weren't for an error. */
static void lose_end(struct resolver *resolver, struct plan_instance *instance,
		     const struct interface *interface)
{
	if (!instance->reported)
		instance->reported =
			ARENA_ARRAY(resolver->arena, bool, instance->type->ast->interfaces.count);
	instance->reported[interface->index] = true;
}

static void report_unknown_instance(const struct context *context, const struct adl_name *name)
{
	struct resolver *resolver = context->resolver;
	struct plan *plan = context->plan;
	if (map_get(&plan->unknown_names, name->text))
		return;
	map_set(resolver->arena, &plan->unknown_names, name->text, resolver);

	struct plan_instance *grouped = map_get(&plan->instances_by_name, name->text);
	if (grouped) {
		grouped->lost_end = true;
		const char *group = grouped->group->name.text;
		diag_report(
			resolver->diag, DIAG_NO_MEMBER, name->range,
			group ? "instance '%s' is in group '%s': name it '%s.%s'"
			      : "instance '%s' is in a group without a name, so no connection can name it",
			name->text, group, group, name->text);
		diag_note(resolver->diag, grouped->ast->name.range, "'%s' is here", name->text);
		return;
	}
	struct suggest suggest = suggest_for(name->text);
	if (resolver->suggestions++ < SUGGESTIONS_MAX)
		for (size_t i = 0; i < plan->instances.count; i++)
			if (!plan->instances.items[i]->group)
				suggest_offer(&suggest, plan->instances.items[i]->name);
	struct plan_instance *near =
		suggest_best(&suggest) ? map_get(&plan->instances_by_name, suggest_best(&suggest)) : NULL;
	*(near ? &near->lost_end : &plan->lost_end) = true;
	if (plan->incomplete && assembly_may_be_lost(resolver, name->text, &suggest))
		return;
	diag_report(resolver->diag, DIAG_NO_MEMBER, name->range, "no instance named '%s' in %s%s", name->text,
		    place_name(context), assembly_did_you_mean(resolver, &suggest));
	if (near)
		diag_note(resolver->diag, near->ast->name.range, "'%s' is here", near->name);
}

static bool is_visible(const struct context *context, struct plan_instance *instance, struct src_range range)
{
	struct resolver *resolver = context->resolver;
	if (instance->part <= context->part || resolver->options->forward_references)
		return true;
	instance->lost_end = true;
	diag_report(resolver->diag, DIAG_USE_BEFORE_DEFINITION, range,
		    "instance '%s' is used before the assembly that defines it", instance->name);
	diag_note(resolver->diag, instance->ast->name.range,
		  "'%s' is defined here; --allow-forward-references lets it be used before", instance->name);
	return false;
}

/*
 * The instance that all but the last part of NAME mean: "instance" or "group.instance". *USED says how many
 * parts that took, so that a third part of "compound.inner.interface" is seen.
 */
static struct plan_instance *find_instance(const struct context *context, const struct adl_qname *name,
					   size_t *used)
{
	struct plan *plan = context->plan;
	const struct adl_name *first = &name->parts.items[0];
	struct plan_instance *instance = map_get(&plan->instances_by_name, first->text);
	const struct adl_group *group = map_get(&plan->groups_by_name, first->text);
	*used = 1;
	if (group && name->parts.count > 2) {
		const struct adl_name *second = &name->parts.items[1];
		*used = 2;
		instance = map_get(&plan->instances_by_name, second->text);
		if (!instance || instance->group != group) {
			plan->lost_end = true;
			if (plan->incomplete)
				return NULL;
			diag_report(context->resolver->diag, DIAG_NO_MEMBER, second->range,
				    "no instance named '%s' in group '%s'", second->text, first->text);
			diag_note(context->resolver->diag, group->name.range, "'%s' is here", first->text);
			return NULL;
		}
	} else if (group) {
		plan->lost_end = true;
		diag_report(context->resolver->diag, DIAG_NO_MEMBER, name->range,
			    "'%s' is a group: an end is named group.instance.interface", first->text);
		diag_note(context->resolver->diag, group->name.range, "'%s' is here", first->text);
		return NULL;
	} else if (!instance || instance->group) {
		report_unknown_instance(context, first);
		return NULL;
	}
	return is_visible(context, instance, name->range) ? instance : NULL;
}

static const char *other_member(const struct component *component, const char *name)
{
	return map_get(&component->attributes_by_name, name) ? "an attribute"
	       : map_get(&component->locks_by_name, name)    ? "a lock"
							     : NULL;
}

/* NULL after a message; *NEAR is what may have been meant, or NULL. */
static struct interface *find_interface(struct resolver *resolver, const struct component *component,
					const struct adl_name *name, struct interface **near)
{
	struct interface *interface = map_get(&component->interfaces_by_name, name->text);
	*near = NULL;
	if (interface)
		return interface;
	const char *other = other_member(component, name->text);
	if (other) {
		diag_report(resolver->diag, DIAG_NO_MEMBER, name->range,
			    "'%s' is %s of component '%s', not an interface", name->text, other,
			    component->name);
		return NULL;
	}
	struct suggest suggest = suggest_for(name->text);
	if (resolver->suggestions++ < SUGGESTIONS_MAX)
		for (size_t i = 0; i < component->ast->interfaces.count; i++)
			suggest_offer(&suggest, component->interfaces[i].ast->name.text);
	if (suggest_best(&suggest))
		*near = map_get(&component->interfaces_by_name, suggest_best(&suggest));
	if (component->ast->incomplete && assembly_may_be_lost(resolver, name->text, &suggest))
		return NULL;
	diag_report(resolver->diag, DIAG_NO_MEMBER, name->range,
		    "no interface named '%s' in component '%s'%s", name->text, component->name,
		    assembly_did_you_mean(resolver, &suggest));
	if (*near)
		diag_note(resolver->diag, (*near)->ast->name.range, "'%s' is here", (*near)->ast->name.text);
	else
		diag_note(resolver->diag, component->range, "component '%s' is defined here",
			  component->name);
	return NULL;
}

static void report_too_deep(struct resolver *resolver, const struct adl_qname *name,
			    const struct plan_instance *instance)
{
	diag_report(resolver->diag, DIAG_NO_MEMBER, name->range,
		    instance->type->plan
			    ? "'%s' names something inside of '%s'; the component has to export the interface"
			    : "'%s' names something inside of '%s', which has no composition",
		    assembly_qname_text(resolver, name), instance->name);
	diag_note(resolver->diag, instance->type->range, "component '%s' is defined here",
		  instance->type->name);
}

/* instance.interface, group.instance.interface; false after a message. */
static bool find_end(const struct context *context, const struct adl_qname *name, struct plan_end *end)
{
	size_t used;
	end->range = name->range;
	end->instance = find_instance(context, name, &used);
	if (!end->instance || !end->instance->type)
		return false;
	if (used + 1 < name->parts.count) {
		end->instance->lost_end = true;
		report_too_deep(context->resolver, name, end->instance);
		return false;
	}
	struct interface *near;
	end->interface =
		find_interface(context->resolver, end->instance->type, &name->parts.items[used], &near);
	if (near)
		lose_end(context->resolver, end->instance, near);
	else if (!end->interface)
		end->instance->lost_end = true;
	return end->interface != NULL;
}

/* A bare name: an interface of the compound component itself. */
static bool find_own_end(const struct context *context, const struct adl_qname *name, struct plan_end *end)
{
	struct resolver *resolver = context->resolver;
	const struct adl_name *part = &name->parts.items[0];
	const struct component *owner = context->plan->owner;
	end->range = name->range;
	end->instance = NULL;
	end->interface = owner ? map_get(&owner->interfaces_by_name, part->text) : NULL;
	if (end->interface)
		return true;
	struct plan_instance *instance = map_get(&context->plan->instances_by_name, part->text);
	struct interface *near;
	if (instance) {
		instance->lost_end = true;
		diag_report(resolver->diag, DIAG_CONNECTION_END, name->range,
			    "'%s' is an instance; a connection's end names one of its interfaces, as "
			    "'%s.interface'",
			    part->text, part->text);
		return false;
	}
	if (owner)
		return find_interface(resolver, owner, part, &near) != NULL;
	context->plan->lost_end = true;
	if (!context->plan->incomplete)
		diag_report(resolver->diag, DIAG_CONNECTION_END, name->range,
			    "the connection's end '%s' names no instance", part->text);
	return false;
}

static void resolve_connection(const struct context *context, struct plan_connection *connection)
{
	struct arena *arena = context->resolver->arena;
	for (size_t i = 0; i < connection->ast->ends.count; i++) {
		const struct adl_connection_end *ast = &connection->ast->ends.items[i];
		struct plan_end end = { 0 };
		bool found = ast->name.parts.count == 1 ? find_own_end(context, &ast->name, &end)
							: find_end(context, &ast->name, &end);
		if (!found)
			connection->bad = true;
		else if (ast->is_to)
			VEC_PUSH(arena, &connection->to, end);
		else
			VEC_PUSH(arena, &connection->from, end);
	}
}

static void check_export_type(struct resolver *resolver, const struct plan_export *export)
{
	const struct interface *own = export->own, *inner = export->inner;
	if (own->ast->kind == inner->ast->kind && assembly_same_type(own, inner))
		return;
	diag_report(resolver->diag, DIAG_EXPORT_TYPE, export->ast->range,
		    "export of '%s %s' as '%s %s'; connections have to fit the former",
		    assembly_interface_kind(inner->ast), inner->ast->type_name,
		    assembly_interface_kind(own->ast), own->ast->type_name);
	diag_note(resolver->diag, inner->ast->range, "'%s' is declared here", inner->ast->name.text);
	diag_note(resolver->diag, own->ast->range, "'%s' is declared here", own->ast->name.text);
}

/* Whether an export can be one, where it stands and as it is written. */
static bool check_export(const struct context *context, const struct adl_export *ast)
{
	struct resolver *resolver = context->resolver;
	const struct component *owner = context->plan->owner;
	if (!owner)
		diag_report(resolver->diag, DIAG_EXPORT, ast->range,
			    "only a component can export: there is no interface here to export to");
	else if (ast->source.parts.count > 1 && ast->target.parts.count > 1)
		diag_report(resolver->diag, DIAG_EXPORT, ast->target.range,
			    "an export's target is an interface of component '%s' itself", owner->name);
	/* A source of one part was reported by the parser. */
	return owner && ast->source.parts.count > 1 && ast->target.parts.count == 1;
}

static void resolve_export(const struct context *context, const struct adl_export *ast)
{
	struct resolver *resolver = context->resolver;
	struct plan *plan = context->plan;
	struct plan_end inner, own;
	if (!check_export(context, ast)) {
		plan->lost_end = true;
		return;
	}
	bool has_inner = find_end(context, &ast->source, &inner);
	bool has_own = find_own_end(context, &ast->target, &own);
	if (has_inner && (!has_own || own.interface->exported))
		lose_end(resolver, inner.instance, inner.interface);
	if (!has_inner || !has_own)
		return;
	if (own.interface->exported) {
		diag_report(resolver->diag, DIAG_EXPORT, ast->target.range,
			    "interface '%s' is exported already", own.interface->ast->name.text);
		diag_note(resolver->diag, own.interface->exported->ast->range, "the first export is here");
		return;
	}
	struct plan_export *export = ARENA_NEW(resolver->arena, struct plan_export);
	*export = (struct plan_export){ ast, own.interface, inner.instance, inner.interface };
	own.interface->exported = export;
	VEC_PUSH(resolver->arena, &plan->exports, export);
	check_export_type(resolver, export);
}

const struct interface *assembly_effective_interface(const struct interface *interface)
{
	while (interface->exported)
		interface = interface->exported->inner;
	return interface;
}

void assembly_resolve_references(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->plans.count; i++) {
		struct plan *plan = resolver->plans.items[i];
		for (size_t j = 0; j < plan->connections.count; j++) {
			struct context context = { resolver, plan, plan->connections.items[j]->part };
			resolve_connection(&context, plan->connections.items[j]);
		}
		for (size_t j = 0; j < plan->parts.count; j++) {
			const struct adl_composition *composition = plan->parts.items[j].composition;
			struct context context = { resolver, plan, (unsigned)j };
			for (size_t k = 0; composition && k < composition->members.count; k++)
				if (composition->members.items[k].kind == ADL_MEMBER_EXPORT)
					resolve_export(&context, composition->members.items[k].as.exported);
		}
	}
}
