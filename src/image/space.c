/*
 * Address spaces: what is mapped where beside the program, and the page tables for all of it.
 */
#include "image/plan.h"

#include <inttypes.h>
#include <stdlib.h>

unsigned plan_rights(unsigned perms)
{
	return (perms & MODEL_PERM_READ ? SEL4_RIGHT_READ : 0u) |
	       (perms & MODEL_PERM_WRITE ? SEL4_RIGHT_WRITE : 0u) |
	       (perms & MODEL_PERM_EXECUTE ? SEL4_RIGHT_EXECUTE : 0u);
}

static void add_map(struct image_plan *plan, struct image_domain *domain, const struct model_map *map)
{
	unsigned index = map->region->index;
	int group = plan->region_groups[index];
	struct image_extent extent = { .address = map->vaddr,
				       .rights = plan_rights(map->perms),
				       .group = group };
	if (group == IMAGE_NO_GROUP) {
		extent.bits = IMAGE_PAGE_BITS;
		extent.count = plan_region_size(plan, map->region) >> IMAGE_PAGE_BITS;
		extent.first = plan->region_pages[index];
		extent.flags = SEL4_MAP_IMAGE;
	} else {
		extent.bits = plan->groups.items[group].bits;
		extent.count = plan->groups.items[group].count;
		/* A frame's own capability is good for one map. */
		extent.flags = plan->region_maps[index]++ ? SEL4_MAP_COPY : 0;
	}
	if (!map->cached && !plan_device_of_region(plan, map->region))
		extent.flags |= SEL4_MAP_UNCACHED;
	plan_extent(plan, domain, extent);
}

static int compare_extents(const void *a, const void *b)
{
	const struct image_extent *first = a, *second = b;
	return first->address < second->address ? -1 : first->address > second->address;
}

/* The model's checks know what the description says of images; here is what was really loaded. */
static bool check_overlap(struct image_plan *plan, struct image_domain *domain)
{
	qsort(domain->extents.items, domain->extents.count, sizeof *domain->extents.items, compare_extents);
	for (size_t i = 1; i < domain->extents.count; i++) {
		const struct image_extent *before = &domain->extents.items[i - 1];
		uint64_t end = before->address + (before->count << before->bits);
		if (domain->extents.items[i].address >= end)
			continue;
		diag_report(plan->compilation->diag, DIAG_MAPPING,
			    domain->pd ? domain->pd->range : (struct src_range){ 0, 0 },
			    "in protection domain '%s', what is mapped at 0x%" PRIx64 " reaches to 0x%" PRIx64
			    ", over what is mapped at 0x%" PRIx64,
			    domain->name, before->address, end, domain->extents.items[i].address);
		return false;
	}
	return true;
}

/* Adds a table for each piece of 1 << BITS bytes that something (in pages smaller than that) is mapped in. */
static void add_tables(struct image_plan *plan, struct image_domain *domain, unsigned bits)
{
	uint64_t next = 0;
	for (size_t i = 0; i < domain->extents.count; i++) {
		const struct image_extent *extent = &domain->extents.items[i];
		if (extent->bits >= bits)
			continue;
		uint64_t first = extent->address >> bits;
		uint64_t last = (extent->address + (extent->count << extent->bits) - 1) >> bits;
		for (first = first < next ? next : first; first <= last; next = ++first)
			VEC_PUSH(plan->compilation->arena, &domain->table_addresses, first << bits);
	}
}

bool plan_space(struct image_plan *plan, struct image_domain *domain)
{
	enum { ROOT_WITHOUT_TOP_LEVEL = 40, LEVEL_0 = 39, LEVEL_1 = 30, LEVEL_2 = 21 };
	for (size_t i = 0; domain->pd && i < domain->pd->maps.count; i++)
		add_map(plan, domain, domain->pd->maps.items[i]);
	plan_extent(plan, domain,
		    (struct image_extent){ .address = domain->buffer_address,
					   .count = 1,
					   .bits = IMAGE_PAGE_BITS,
					   .rights = SEL4_RIGHT_READ | SEL4_RIGHT_WRITE,
					   .group = domain->buffer });
	plan_extent(plan, domain,
		    (struct image_extent){ .address = domain->stack_top - domain->stack_size,
					   .count = domain->stack_size >> IMAGE_PAGE_BITS,
					   .bits = IMAGE_PAGE_BITS,
					   .rights = SEL4_RIGHT_READ | SEL4_RIGHT_WRITE,
					   .group = domain->stack });
	plan_device_space(plan, domain);
	if (!check_overlap(plan, domain))
		return false;
	/* With 40 bits of address, the root itself has an entry per gigabyte. */
	if (plan->inputs->sdk->kernel->user_top >> ROOT_WITHOUT_TOP_LEVEL)
		add_tables(plan, domain, LEVEL_0);
	add_tables(plan, domain, LEVEL_1);
	add_tables(plan, domain, LEVEL_2);
	domain->tables = plan_group(plan, (struct image_group){ .type = SEL4_TYPE_PAGE_TABLE,
								.bits = plan->inputs->sdk->page_table_bits,
								.count = domain->table_addresses.count,
								.address = SEL4_NO_ADDRESS,
								.owner = domain->owner,
								.what = "page tables" });
	return true;
}
