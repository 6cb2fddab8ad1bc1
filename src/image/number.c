/*
 * The order in which objects are made: those with a physical address first, in ascending order, then the
 * others, the largest first. Their numbers follow from it. Also whether there will be memory and slots for
 * them all.
 */
#include "image/plan.h"

#include <inttypes.h>
#include <stdlib.h>

/* What the kernel makes for itself and the initial task, beside the CNode. */
enum { KERNEL_RESERVE = 0x200000, INITIAL_CAPS = 1024 };

static unsigned size_bits(const struct image_plan *plan, const struct image_group *group)
{
	return group->type == SEL4_TYPE_CNODE ? group->bits + plan->inputs->sdk->slot_bits : group->bits;
}

struct sorted {
	struct image_group *group;
	unsigned size_bits;
	size_t index;
};

static int compare(const void *a, const void *b)
{
	const struct sorted *first = a, *second = b;
	uint64_t one = first->group->address, other = second->group->address;
	if (one != other)
		return one < other ? -1 : 1;
	if (first->size_bits != second->size_bits)
		return first->size_bits > second->size_bits ? -1 : 1;
	if (first->group->type != second->group->type)
		return first->group->type < second->group->type ? -1 : 1;
	return first->index < second->index ? -1 : first->index > second->index;
}

/* A bound: what alignment loses is less than the reserve. */
static bool check_memory(const struct image_plan *plan)
{
	const struct image_sdk *sdk = plan->inputs->sdk;
	uint64_t there = 0, needed = KERNEL_RESERVE;
	needed += UINT64_C(1) << (sdk->root_cnode_bits + sdk->slot_bits);
	needed += sdk->kernel_program->segments.items[0].size;
	needed += plan->image_pages << IMAGE_PAGE_BITS;
	for (size_t i = 0; i < sdk->memory.count; i++)
		there += sdk->memory.items[i].end - sdk->memory.items[i].begin;
	const struct image_group *largest = NULL;
	for (size_t i = 0; i < plan->groups.count; i++) {
		const struct image_group *group = &plan->groups.items[i];
		needed += group->count << size_bits(plan, group);
		if (!largest || group->count << size_bits(plan, group) > largest->count
										 << size_bits(plan, largest))
			largest = group;
	}
	if (needed <= there)
		return true;
	diag_report(plan->compilation->diag, DIAG_BOARD_MEMORY, largest->range,
		    "the system needs %" PRIu64 " KiB of memory and board '%s' has %" PRIu64
		    "; the largest part is the %s of %s",
		    needed >> 10, plan->inputs->board->name, there >> 10, largest->what,
		    plan->owners.items[largest->owner]);
	return false;
}

static bool check_slots(const struct image_plan *plan)
{
	uint64_t slots = (UINT64_C(1) << plan->inputs->sdk->root_cnode_bits) - INITIAL_CAPS;
	uint64_t used = plan->object_count + plan->image_pages;
	for (size_t i = 0; i < plan->domain_count; i++)
		for (size_t j = 0; j < plan->domains[i].extents.count; j++) {
			const struct image_extent *extent = &plan->domains[i].extents.items[j];
			used += extent->flags & (SEL4_MAP_COPY | SEL4_MAP_IMAGE) ? extent->count : 0;
		}
	if (used <= slots)
		return true;
	diag_report(plan->compilation->diag, DIAG_BOARD_MEMORY, plan->model->range,
		    "the system has %" PRIu64 " objects and shared pages, and there is room for %" PRIu64
		    "; a page_size of 0x200000 for large regions makes them fewer",
		    used, slots);
	return false;
}

bool plan_numbers(struct image_plan *plan)
{
	size_t count = plan->groups.count;
	struct sorted *sorted = ARENA_ARRAY(plan->compilation->arena, struct sorted, count);
	uint64_t number = 0;
	for (size_t i = 0; i < count; i++)
		sorted[i] =
			(struct sorted){ &plan->groups.items[i], size_bits(plan, &plan->groups.items[i]), i };
	qsort(sorted, count, sizeof *sorted, compare);
	for (size_t i = 0; i < count; i++) {
		sorted[i].group->first = (uint32_t)number;
		number += sorted[i].group->count;
	}
	plan->object_count = number < UINT32_MAX ? (uint32_t)number : UINT32_MAX;
	return check_memory(plan) && check_slots(plan);
}
