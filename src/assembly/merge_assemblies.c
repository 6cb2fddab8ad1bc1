/*
 * merge_assemblies: finds every composition with the configuration that belongs to it and makes a plan for
 * it: one for each compound component, one for all assemblies together (the first one's name and schedule are
 * kept), one for each composition that stands alone.
 */
#include "assembly/passes.h"

static const struct adl_composition *
find_composition(struct resolver *resolver, const struct adl_composition *composition, struct item *user)
{
	if (!composition->is_reference)
		return composition;
	struct item *item = assembly_find_item(resolver, ADL_ITEM_COMPOSITION, &composition->reference, user);
	if (!item)
		return NULL;
	diag_report(resolver->diag, DIAG_PORTABILITY, composition->reference.range,
		    "camkes-tool does not use a composition that is given by name");
	return item->ast->as.composition;
}

static const struct adl_configuration *find_configuration(struct resolver *resolver,
							  const struct adl_configuration *configuration,
							  struct item *user)
{
	if (!configuration->is_reference)
		return configuration;
	struct item *item =
		assembly_find_item(resolver, ADL_ITEM_CONFIGURATION, &configuration->reference, user);
	if (!item)
		return NULL;
	if (resolver->options->strict) {
		diag_report(resolver->diag, DIAG_PORTABILITY, configuration->reference.range,
			    "as in camkes-tool, a configuration that is given by name is ignored");
		return NULL;
	}
	diag_report(resolver->diag, DIAG_PORTABILITY, configuration->reference.range,
		    "camkes-tool ignores a configuration that is given by name");
	return item->ast->as.configuration;
}

static struct plan *add_plan(struct resolver *resolver, struct component *owner)
{
	struct plan *plan = ARENA_NEW(resolver->arena, struct plan);
	plan->owner = owner;
	VEC_PUSH(resolver->arena, &resolver->plans, plan);
	return plan;
}

static void add_part(struct resolver *resolver, struct plan *plan, const struct adl_composition *composition,
		     const struct adl_configuration *configuration, struct item *user)
{
	struct plan_part part = { .item = user };
	part.composition = composition ? find_composition(resolver, composition, user) : NULL;
	part.configuration = configuration ? find_configuration(resolver, configuration, user) : NULL;
	VEC_PUSH(resolver->arena, &plan->parts, part);
}

static void report_second(struct resolver *resolver, const char *what, struct src_range second,
			  struct src_range first)
{
	diag_report(resolver->diag, DIAG_ASSEMBLY_PARTS, second, "an assembly has one %s only", what);
	diag_note(resolver->diag, first, "the first one is here");
}

static void merge_schedule(struct resolver *resolver, const struct adl_assembly *ast)
{
	struct assembly *assembly = resolver->assembly;
	if (!ast->schedules.count)
		return;
	const struct adl_schedule *schedule = ast->schedules.items[0];
	for (size_t i = 1; i < ast->schedules.count; i++)
		report_second(resolver, "schedule", ast->schedules.items[i]->range, schedule->range);
	bool is_first = resolver->top->parts.count == 1;
	if (is_first || (!assembly->schedule && !resolver->options->strict))
		assembly->schedule = schedule;
	if (is_first)
		return;
	diag_report(resolver->diag, DIAG_PORTABILITY, schedule->range,
		    assembly->schedule == schedule
			    ? "camkes-tool ignores a schedule that is not in the first assembly"
			    : "this schedule is ignored: only the first assembly's counts");
}

static void merge_assembly(struct resolver *resolver, struct item *item)
{
	const struct adl_assembly *ast = item->ast->as.assembly;
	struct assembly *assembly = resolver->assembly;
	if (!resolver->top->parts.count) {
		assembly->name = ast->name.text;
		assembly->range = item->ast->range;
	}
	resolver->top->incomplete |= ast->incomplete;
	resolver->top->lost_settings |= ast->incomplete;
	if (!ast->compositions.count && !ast->incomplete)
		diag_report(resolver->diag, DIAG_ASSEMBLY_PARTS, item->ast->range,
			    "the assembly has no composition");
	for (size_t i = 1; i < ast->compositions.count; i++)
		report_second(resolver, "composition", ast->compositions.items[i]->range,
			      ast->compositions.items[0]->range);
	for (size_t i = 1; i < ast->configurations.count; i++)
		report_second(resolver, "configuration", ast->configurations.items[i]->range,
			      ast->configurations.items[0]->range);
	add_part(resolver, resolver->top, ast->compositions.count ? ast->compositions.items[0] : NULL,
		 ast->configurations.count ? ast->configurations.items[0] : NULL, item);
	merge_schedule(resolver, ast);
}

void assembly_merge_assemblies(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->components.count; i++) {
		struct component *component = resolver->components.items[i];
		if (!component->ast->composition)
			continue;
		component->plan = add_plan(resolver, component);
		add_part(resolver, component->plan, component->ast->composition,
			 component->ast->configuration, component->item);
	}
	resolver->top = add_plan(resolver, NULL);
	resolver->top->is_top = true;
	for (size_t i = 0; i < resolver->spec->items.count; i++)
		if (resolver->items[i].ast->kind == ADL_ITEM_ASSEMBLY)
			merge_assembly(resolver, &resolver->items[i]);

	/* What is used was planned where it is used. */
	for (size_t i = 0; i < resolver->spec->items.count; i++) {
		struct item *item = &resolver->items[i];
		if (item->ast->kind == ADL_ITEM_COMPOSITION && !item->used)
			add_part(resolver, add_plan(resolver, NULL), item->ast->as.composition, NULL, item);
		if (item->ast->kind == ADL_ITEM_CONFIGURATION && !item->used)
			add_part(resolver, add_plan(resolver, NULL), NULL, item->ast->as.configuration, item);
	}
	if (!resolver->top->parts.count && !resolver->has_syntax_errors)
		diag_report_file(resolver->diag, DIAG_ASSEMBLY_PARTS, resolver->spec->files.items[0],
				 "no assembly in the specification");
}
