/*
 * resolve_references: the ends of connections and the two sides of exports. Every end of a plan that is kept
 * has an interface; a plan that lost one says so, because nothing can be said about its unconnected
 * interfaces then.
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

static void report_unknown_instance(const struct context *context, const struct adl_name *name)
{
	struct resolver *resolver = context->resolver;
	struct plan *plan = context->plan;
	if (map_get(&plan->unknown_names, name->text))
		return;
	map_set(resolver->arena, &plan->unknown_names, name->text, resolver);

	const struct plan_instance *grouped = map_get(&plan->instances_by_name, name->text);
	if (grouped) {
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
	diag_report(resolver->diag, DIAG_NO_MEMBER, name->range, "no instance named '%s' in %s%s", name->text,
		    place_name(context), assembly_did_you_mean(resolver, &suggest));
	const struct plan_instance *near =
		suggest_best(&suggest) ? map_get(&plan->instances_by_name, suggest_best(&suggest)) : NULL;
	if (near)
		diag_note(resolver->diag, near->ast->name.range, "'%s' is here", near->name);
}

static bool is_visible(const struct context *context, const struct plan_instance *instance,
		       struct src_range range)
{
	struct resolver *resolver = context->resolver;
	if (instance->part <= context->part || resolver->options->forward_references)
		return true;
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
			diag_report(context->resolver->diag, DIAG_NO_MEMBER, second->range,
				    "no instance named '%s' in group '%s'", second->text, first->text);
			diag_note(context->resolver->diag, group->name.range, "'%s' is here", first->text);
			return NULL;
		}
	} else if (group) {
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

static struct interface *find_interface(struct resolver *resolver, struct component *component,
					const struct adl_name *name)
{
	struct interface *interface = map_get(&component->interfaces_by_name, name->text);
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
	diag_report(resolver->diag, DIAG_NO_MEMBER, name->range,
		    "no interface named '%s' in component '%s'%s", name->text, component->name,
		    assembly_did_you_mean(resolver, &suggest));
	const struct interface *near =
		suggest_best(&suggest) ? map_get(&component->interfaces_by_name, suggest_best(&suggest))
				       : NULL;
	if (near)
		diag_note(resolver->diag, near->ast->name.range, "'%s' is here", near->ast->name.text);
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
		report_too_deep(context->resolver, name, end->instance);
		return false;
	}
	end->interface = find_interface(context->resolver, end->instance->type, &name->parts.items[used]);
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
	if (map_get(&context->plan->instances_by_name, part->text))
		diag_report(resolver->diag, DIAG_CONNECTION_END, name->range,
			    "'%s' is an instance; a connection's end names one of its interfaces, as "
			    "'%s.interface'",
			    part->text, part->text);
	else if (owner)
		return find_interface(resolver, context->plan->owner, part) != NULL;
	else
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
	context->plan->has_bad_end |= connection->bad;
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

static void resolve_export(const struct context *context, const struct adl_export *ast)
{
	struct resolver *resolver = context->resolver;
	struct plan *plan = context->plan;
	struct plan_end inner, own;
	if (!plan->owner) {
		diag_report(resolver->diag, DIAG_EXPORT, ast->range,
			    "only a component can export: there is no interface here to export to");
		return;
	}
	if (ast->source.parts.count < 2)
		return; /* the parser said so */
	if (ast->target.parts.count > 1) {
		diag_report(resolver->diag, DIAG_EXPORT, ast->target.range,
			    "an export's target is an interface of component '%s' itself", plan->owner->name);
		return;
	}
	bool ok = find_end(context, &ast->source, &inner);
	ok &= find_own_end(context, &ast->target, &own);
	if (!ok) {
		plan->has_bad_end = true;
		return;
	}
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
