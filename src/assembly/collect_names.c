/*
 * collect_names: who is called what. Fills the tables of top-level names, one for each kind (so a component,
 * a procedure and an instance may share a name), and those of each component's members, which all share one.
 */
#include "assembly/passes.h"

static const char *const kind_names[ITEM_KINDS] = {
	[ADL_ITEM_COMPONENT] = "component",	[ADL_ITEM_PROCEDURE] = "procedure",
	[ADL_ITEM_CONNECTOR] = "connector",	[ADL_ITEM_STRUCT] = "struct",
	[ADL_ITEM_COMPOSITION] = "composition", [ADL_ITEM_CONFIGURATION] = "configuration",
	[ADL_ITEM_ASSEMBLY] = "assembly",
};

const char *assembly_kind_name(enum adl_item_kind kind)
{
	return kind_names[kind];
}

static const struct adl_name *item_name(const struct adl_item *item)
{
	switch (item->kind) {
	case ADL_ITEM_COMPONENT:
		return &item->as.component->name;
	case ADL_ITEM_PROCEDURE:
		return &item->as.procedure->name;
	case ADL_ITEM_CONNECTOR:
		return &item->as.connector->name;
	case ADL_ITEM_STRUCT:
		return &item->as.structure->name;
	case ADL_ITEM_COMPOSITION:
		return &item->as.composition->name;
	case ADL_ITEM_CONFIGURATION:
		return &item->as.configuration->name;
	case ADL_ITEM_ASSEMBLY:
		return &item->as.assembly->name;
	}
	return NULL;
}

void assembly_report_redefinition(struct resolver *resolver, const char *what, const struct adl_name *name,
				  const struct adl_name *previous)
{
	diag_report(resolver->diag, DIAG_REDEFINITION, name->range, "redefinition of %s '%s'", what,
		    name->text);
	diag_note(resolver->diag, previous->range, "previous definition is here");
}

bool assembly_define(struct resolver *resolver, struct map *scope, const char *what,
		     const struct adl_name *name)
{
	if (!name->text)
		return true;
	const struct adl_name *previous = map_get(scope, name->text);
	if (previous)
		assembly_report_redefinition(resolver, what, name, previous);
	else
		map_set(resolver->arena, scope, name->text,
			(void *)(uintptr_t)name); /* nobody changes a name */
	return !previous;
}

static void collect_attributes(struct resolver *resolver, struct map *scope, const char *what,
			       const adl_attributes *attributes)
{
	for (size_t i = 0; i < attributes->count; i++)
		assembly_define(resolver, scope, what, &attributes->items[i]->name);
}

static const char *lock_kind(enum adl_lock_kind kind)
{
	switch (kind) {
	case ADL_MUTEX:
		return "mutex";
	case ADL_SEMAPHORE:
		return "semaphore";
	case ADL_BINARY_SEMAPHORE:
		return "binary semaphore";
	}
	return NULL;
}

static void check_kind(struct resolver *resolver, struct component *component)
{
	const struct adl_component *ast = component->ast;
	if (!ast->hardware)
		return;
	if (ast->control) {
		diag_report(resolver->diag, DIAG_COMPONENT_KIND, ast->hardware_range,
			    "component '%s' is hardware and cannot have a control thread", component->name);
		diag_note(resolver->diag, ast->control_range, "'control' is here");
	}
	for (size_t i = 0; i < ast->locks.count; i++) {
		const struct adl_lock *lock = ast->locks.items[i];
		diag_report(resolver->diag, DIAG_COMPONENT_KIND, lock->name.range,
			    "component '%s' is hardware and cannot have a %s", component->name,
			    lock_kind(lock->kind));
		diag_note(resolver->diag, ast->hardware_range, "'hardware' is here");
	}
}

/*
 * The members of a component are kept by kind, so they are not met in the order of the text; the later one in
 * the text is the redefinition.
 */
static bool define_member(struct resolver *resolver, struct component *component, struct map *scope,
			  const char *what, const struct adl_name *name)
{
	const struct adl_name *previous = map_get(scope, name->text);
	if (previous && previous->range.begin > name->range.begin) {
		map_set(resolver->arena, scope, name->text, (void *)(uintptr_t)name);
		name = previous;
		what = "member";
	}
	if (assembly_define(resolver, scope, what, name))
		return true;
	component->bad = true;
	return false;
}

static void collect_members(struct resolver *resolver, struct component *component)
{
	const struct adl_component *ast = component->ast;
	struct map scope = { 0 };
	component->interfaces = ARENA_ARRAY(resolver->arena, struct interface, ast->interfaces.count);
	for (size_t i = 0; i < ast->interfaces.count; i++) {
		struct interface *interface = &component->interfaces[i];
		*interface = (struct interface){ .ast = ast->interfaces.items[i],
						 .owner = component,
						 .index = (unsigned)i,
						 .bad = ast->interfaces.items[i]->bad };
		if (define_member(resolver, component, &scope, "interface", &interface->ast->name))
			map_set(resolver->arena, &component->interfaces_by_name, interface->ast->name.text,
				interface);
	}
	for (size_t i = 0; i < ast->locks.count; i++)
		if (define_member(resolver, component, &scope, lock_kind(ast->locks.items[i]->kind),
				  &ast->locks.items[i]->name))
			map_set(resolver->arena, &component->locks_by_name, ast->locks.items[i]->name.text,
				ast->locks.items[i]);
	for (size_t i = 0; i < ast->attributes.count; i++)
		if (define_member(resolver, component, &scope, "attribute", &ast->attributes.items[i]->name))
			map_set(resolver->arena, &component->attributes_by_name,
				ast->attributes.items[i]->name.text, ast->attributes.items[i]);
	check_kind(resolver, component);
}

static void collect_component(struct resolver *resolver, const struct adl_component *ast, struct item *item);

/* Components written in place, inside of an instance statement. */
static void collect_inline(struct resolver *resolver, const struct adl_composition *composition,
			   struct item *item)
{
	for (size_t i = 0; i < composition->members.count; i++) {
		const struct adl_member *member = &composition->members.items[i];
		if (member->kind == ADL_MEMBER_INSTANCE && member->as.instance->body)
			collect_component(resolver, member->as.instance->body, item);
		for (size_t j = 0; member->kind == ADL_MEMBER_GROUP && j < member->as.group->instances.count;
		     j++)
			if (member->as.group->instances.items[j]->body)
				collect_component(resolver, member->as.group->instances.items[j]->body, item);
		if (member->kind == ADL_MEMBER_CONNECTION && member->as.connection->body) {
			struct map scope = { 0 };
			collect_attributes(resolver, &scope, "attribute",
					   &member->as.connection->body->attributes);
		}
	}
}

static void collect_component(struct resolver *resolver, const struct adl_component *ast, struct item *item)
{
	struct component *component = ARENA_NEW(resolver->arena, struct component);
	component->ast = ast;
	component->name = ast->name.text ? ast->name.text : "(unnamed)";
	component->range = ast->name.text ? ast->name.range : ast->range;
	component->item = item;
	collect_members(resolver, component);
	if (ast->composition)
		collect_inline(resolver, ast->composition, item);
	map_set(resolver->arena, &resolver->components_by_ast, ast, component);
	VEC_PUSH(resolver->arena, &resolver->components, component);
}

static void collect_procedure(struct resolver *resolver, const struct adl_procedure *procedure)
{
	struct map scope = { 0 };
	for (size_t i = 0; i < procedure->methods.count; i++) {
		const struct adl_method *method = procedure->methods.items[i];
		struct map parameters = { 0 };
		assembly_define(resolver, &scope, "method", &method->name);
		for (size_t j = 0; j < method->parameters.count; j++)
			assembly_define(resolver, &parameters, "parameter",
					&method->parameters.items[j]->name);
	}
	collect_attributes(resolver, &scope, "member", &procedure->attributes);
}

static void collect_fields(struct resolver *resolver, const struct adl_struct *structure)
{
	struct map scope = { 0 };
	collect_attributes(resolver, &scope, "field", &structure->fields);
}

static void collect_item(struct resolver *resolver, struct item *item)
{
	struct map scope = { 0 };
	switch (item->ast->kind) {
	case ADL_ITEM_COMPONENT:
		collect_component(resolver, item->ast->as.component, item);
		item->component = map_get(&resolver->components_by_ast, item->ast->as.component);
		break;
	case ADL_ITEM_PROCEDURE:
		collect_procedure(resolver, item->ast->as.procedure);
		break;
	case ADL_ITEM_CONNECTOR:
		collect_attributes(resolver, &scope, "attribute", &item->ast->as.connector->attributes);
		break;
	case ADL_ITEM_STRUCT:
		collect_fields(resolver, item->ast->as.structure);
		break;
	case ADL_ITEM_COMPOSITION:
		collect_inline(resolver, item->ast->as.composition, item);
		break;
	case ADL_ITEM_ASSEMBLY:
		for (size_t i = 0; i < item->ast->as.assembly->compositions.count; i++)
			collect_inline(resolver, item->ast->as.assembly->compositions.items[i], item);
		break;
	case ADL_ITEM_CONFIGURATION:
		break;
	}
}

void assembly_collect_names(struct resolver *resolver)
{
	const struct adl_spec *spec = resolver->spec;
	struct map scopes[ITEM_KINDS] = { 0 };
	resolver->items = ARENA_ARRAY(resolver->arena, struct item, spec->items.count);
	for (size_t i = 0; i < spec->items.count; i++) {
		struct item *item = &resolver->items[i];
		enum adl_item_kind kind = spec->items.items[i].kind;
		item->ast = &spec->items.items[i];
		item->index = (unsigned)i;
		const struct adl_name *name = item_name(item->ast);
		item->name = name->text;
		if (!assembly_define(resolver, &scopes[kind], kind_names[kind], name))
			item->used = true; /* nobody can use it, which is not its fault */
		else if (name->text)
			map_set(resolver->arena, &resolver->items_by_name[kind], name->text, item);
		collect_item(resolver, item);
	}
}
