/*
 * What the system description says that goes into variables of a program.
 */
#include "image/plan.h"

#include <string.h>

struct collector {
	struct image_plan *plan;
	const struct model_pd *pd;
	image_patches patches;
};

static const void *word(struct collector *collector, uint64_t value)
{
	uint64_t *copy = ARENA_NEW(collector->plan->compilation->arena, uint64_t);
	*copy = value;
	return copy;
}

static void add(struct collector *collector, struct image_patch patch)
{
	if (patch.symbol)
		VEC_PUSH(collector->plan->compilation->arena, &collector->patches, patch);
}

static void add_setvar(struct collector *collector, const char *symbol, uint64_t value,
		       struct src_range range)
{
	add(collector,
	    (struct image_patch){ symbol, word(collector, value), sizeof value, true, true, range });
}

/* The library's own: the linker drops what a program does not use. */
static void add_own(struct collector *collector, const char *symbol, uint64_t value, size_t size)
{
	add(collector, (struct image_patch){ .symbol = symbol,
					     .bytes = word(collector, value),
					     .size = size,
					     .whole_only = true,
					     .range = collector->pd->range });
}

static void add_channels(struct collector *collector)
{
	const struct model *model = collector->plan->model;
	uint64_t notify = 0, call = 0;
	for (size_t i = 0; i < model->channels.count; i++)
		for (int side = 0; side < 2; side++) {
			const struct model_end *end = &model->channels.items[i]->ends[side];
			if (end->pd != collector->pd)
				continue;
			add_setvar(collector, end->setvar_id, end->id, end->range);
			notify |= (uint64_t)end->notify << end->id % 64;
			call |= (uint64_t)end->pp << end->id % 64;
		}
	add_own(collector, "microkit_notifications", notify, sizeof notify);
	add_own(collector, "microkit_pps", call, sizeof call);
}

static void add_irqs(struct collector *collector)
{
	uint64_t mask = 0;
	for (size_t i = 0; i < collector->pd->irqs.count; i++) {
		const struct model_irq *irq = collector->pd->irqs.items[i];
		add_setvar(collector, irq->setvar_id, irq->id, irq->range);
		mask |= UINT64_C(1) << irq->id % 64;
	}
	add_own(collector, "microkit_irqs", mask, sizeof mask);
	/* The kernel masks each until it is acknowledged for the first time. */
	add_own(collector, "causeway_first_acks", mask, sizeof mask);
	add_own(collector, "microkit_ioports", 0, sizeof mask);
}

static uint64_t region_address(const struct image_plan *plan, const struct model_region *region)
{
	int group = plan->region_groups[region->index];
	return group == IMAGE_NO_GROUP ? plan_page_address(plan, plan->region_pages[region->index])
				       : plan->groups.items[group].address;
}

static void add_memory(struct collector *collector)
{
	const struct image_plan *plan = collector->plan;
	for (size_t i = 0; i < collector->pd->maps.count; i++) {
		const struct model_map *map = collector->pd->maps.items[i];
		add_setvar(collector, map->setvar_vaddr, map->vaddr, map->range);
		add_setvar(collector, map->setvar_size, plan_region_size(plan, map->region), map->range);
		add_setvar(collector, map->setvar_prefill_size, plan->region_prefilled[map->region->index],
			   map->range);
	}
	for (size_t i = 0; i < collector->pd->setvars.count; i++) {
		const struct model_setvar *setvar = collector->pd->setvars.items[i];
		add_setvar(collector, setvar->symbol, region_address(plan, setvar->region), setvar->range);
	}
}

static void add_name(struct collector *collector)
{
	char *name = arena_alloc(collector->plan->compilation->arena, SEL4_NAME_SIZE);
	strncpy(name, collector->pd->name, SEL4_NAME_SIZE - 1);
	add(collector, (struct image_patch){ .symbol = "microkit_name",
					     .bytes = name,
					     .size = SEL4_NAME_SIZE,
					     .range = collector->pd->range });
}

image_patches plan_patches(struct image_plan *plan, const struct image_domain *domain)
{
	struct collector collector = { .plan = plan, .pd = domain->pd };
	add_name(&collector);
	add_own(&collector, "microkit_passive", domain->pd->passive, 1);
	add_own(&collector, "causeway_own_notification", true, 1);
	/* The monitor is in one scheduling domain: from others its console would wait for their turn's end.
	 */
	add_own(&collector, "causeway_console_calls",
		!plan->model->schedule && plan->inputs->sdk->has_console, 1);
	add_own(&collector, "causeway_library_checks", !plan->inputs->kernel_checks, 1);
	add_channels(&collector);
	add_irqs(&collector);
	plan_device_patches(plan, domain, &collector.patches);
	add_memory(&collector);
	for (size_t i = 0; i < domain->pd->children.count; i++) {
		const struct model_pd *child = domain->pd->children.items[i];
		add_setvar(&collector, child->setvar_id, child->child_id, child->range);
	}
	return collector.patches;
}
