/*
 * What the monitor knows of the protection domains, to say what a fault was: their names, their stacks, and
 * what is mapped where.
 */
#include "image/plan.h"

#include "base/out.h"

#include <string.h>

typedef VEC(struct sel4_monitor_place) place_list;

/* The names of regions, behind a table of places whose size is not known yet; each name once. */
struct names {
	struct out *text;
	uint32_t *offsets; /* by the index of the region; 0: not there yet */
};

static uint32_t name_of(struct names *names, const struct model_region *region)
{
	uint32_t *offset = &names->offsets[region->index];
	if (!*offset) {
		*offset = (uint32_t)out_length(names->text) + 1;
		out_bytes(names->text, region->name, strlen(region->name) + 1);
	}
	return *offset;
}

static void add_places(struct image_plan *plan, const struct image_domain *domain, place_list *places,
		       struct names *names)
{
	struct arena *arena = plan->compilation->arena;
	for (size_t i = 0; i < domain->pd->maps.count; i++) {
		const struct model_map *map = domain->pd->maps.items[i];
		VEC_PUSH(arena, places,
			 (struct sel4_monitor_place){ map->vaddr,
						      map->vaddr + plan_region_size(plan, map->region),
						      name_of(names, map->region), plan_rights(map->perms) });
	}
	for (size_t i = 0; i < domain->program->segments.count; i++) {
		const struct elf_segment *segment = &domain->program->segments.items[i];
		uint64_t mask = (UINT64_C(1) << IMAGE_PAGE_BITS) - 1;
		VEC_PUSH(arena, places,
			 (struct sel4_monitor_place){ segment->address & ~mask,
						      (segment->address + segment->size + mask) & ~mask, 0,
						      plan_segment_rights(segment->flags) });
	}
}

/* The table and the names as pages of the image, mapped where the monitor looks for them. */
static void map_table(struct image_plan *plan, struct image_domain *monitor, place_list *places,
		      const struct names *names)
{
	struct out *table = out_create(plan->compilation->arena);
	size_t size = places->count * sizeof *places->items;
	for (size_t i = 0; i < places->count; i++)
		if (places->items[i].name)
			places->items[i].name += (uint32_t)size - 1;
	if (places->count)
		out_bytes(table, (const char *)places->items, size);
	out_bytes(table, out_string(names->text), out_length(names->text));
	size_t length = out_length(table);
	uint64_t pages = (length + (UINT64_C(1) << IMAGE_PAGE_BITS) - 1) >> IMAGE_PAGE_BITS;
	const char *bytes = out_string(table);
	plan_extent(plan, monitor,
		    (struct image_extent){
			    .address = SEL4_MONITOR_PLACES,
			    .count = pages,
			    .bits = IMAGE_PAGE_BITS,
			    .rights = SEL4_RIGHT_READ,
			    .flags = SEL4_MAP_IMAGE,
			    .group = IMAGE_NO_GROUP,
			    .first = plan_pages(plan, pages, (const unsigned char *)bytes, length) });
}

struct image_patch plan_monitor_knowledge(struct image_plan *plan, struct image_domain *monitor)
{
	struct arena *arena = plan->compilation->arena;
	size_t count = plan->model->pds.count;
	struct sel4_monitor_pd *table = ARENA_ARRAY(arena, struct sel4_monitor_pd, count);
	struct names names = { out_create(arena), ARENA_ARRAY(arena, uint32_t, plan->model->regions.count) };
	place_list places = { 0 };
	for (size_t i = 0; i < count; i++) {
		const struct image_domain *domain = &plan->domains[i];
		strncpy(table[i].name, domain->name, SEL4_NAME_SIZE - 1);
		table[i].stack_bottom = domain->stack_top - domain->stack_size;
		table[i].stack_size = domain->stack_size;
		table[i].fault_entry = domain->fault_entry;
		table[i].first_place = (uint32_t)places.count;
		add_places(plan, domain, &places, &names);
		table[i].place_count = (uint32_t)places.count - table[i].first_place;
	}
	map_table(plan, monitor, &places, &names);
	return (struct image_patch){
		.symbol = "monitor_pds", .bytes = table, .size = count * sizeof *table, .required = true
	};
}
