/*
 * Memory regions: the frames of each, which of them are pages of the image because the region starts with the
 * contents of a file, and where in physical memory those are that need to be at a known place.
 */
#include "image/plan.h"

#include "base/file.h"

#include <inttypes.h>
#include <string.h>

uint64_t plan_region_size(const struct image_plan *plan, const struct model_region *region)
{
	uint64_t mask = (UINT64_C(1) << IMAGE_PAGE_BITS) - 1;
	return region->size ? region->size : (plan->region_prefilled[region->index] + mask) & ~mask;
}

/* Which regions' physical addresses are asked for. */
static bool is_address_wanted(const struct image_plan *plan, const struct model_region *region)
{
	for (size_t i = 0; i < plan->model->pds.count; i++) {
		const struct model_pd *pd = plan->model->pds.items[i];
		for (size_t j = 0; j < pd->setvars.count; j++)
			if (pd->setvars.items[j]->region == region)
				return true;
	}
	return false;
}

/* Large pages where everything about the region allows them and nobody asked for small ones. */
static unsigned page_bits(const struct image_plan *plan, const struct model_region *region)
{
	uint64_t mask = (UINT64_C(1) << IMAGE_LARGE_BITS) - 1;
	uint64_t all = region->size | (region->has_phys_addr ? region->phys_addr : 0);
	if (region->prefill_path)
		return IMAGE_PAGE_BITS;
	if (region->page_size)
		return region->page_size > mask ? IMAGE_LARGE_BITS : IMAGE_PAGE_BITS;
	for (size_t i = 0; i < plan->model->pds.count; i++) {
		const struct model_pd *pd = plan->model->pds.items[i];
		for (size_t j = 0; j < pd->maps.count; j++)
			if (pd->maps.items[j]->region == region)
				all |= pd->maps.items[j]->vaddr;
	}
	return all & mask ? IMAGE_PAGE_BITS : IMAGE_LARGE_BITS;
}

static bool is_over(const struct image_plan *plan, uint64_t begin, uint64_t end)
{
	for (size_t i = 0; i < plan->model->regions.count; i++) {
		const struct model_region *region = plan->model->regions.items[i];
		if (region->has_phys_addr && begin < region->phys_addr + region->size &&
		    region->phys_addr < end)
			return true;
	}
	return false;
}

/* A place in memory that nothing else needs to be in; SEL4_NO_ADDRESS when there is none. */
static uint64_t choose(struct image_plan *plan, uint64_t size, unsigned bits)
{
	uint64_t step = UINT64_C(1) << bits;
	for (size_t i = 0; i < plan->inputs->sdk->memory.count; i++) {
		const struct image_range *memory = &plan->inputs->sdk->memory.items[i];
		uint64_t begin = plan->chosen > memory->begin ? plan->chosen : memory->begin;
		for (begin = (begin + step - 1) & ~(step - 1);
		     begin < memory->end && size <= memory->end - begin; begin += step)
			if (!is_over(plan, begin, begin + size)) {
				plan->chosen = begin + size;
				return begin;
			}
	}
	return SEL4_NO_ADDRESS;
}

static bool check_address(const struct image_plan *plan, const struct model_region *region)
{
	uint64_t begin = region->phys_addr, end = begin + region->size;
	const struct elf_segment *kernel = &plan->inputs->sdk->kernel_program->segments.items[0];
	if (begin < kernel->physical + kernel->size && kernel->physical < end) {
		diag_report(plan->compilation->diag, DIAG_BOARD_MEMORY, region->range,
			    "region '%s' is at the physical address 0x%" PRIx64
			    ", where the kernel is (0x%" PRIx64 " to 0x%" PRIx64 ")",
			    region->name, begin, kernel->physical, kernel->physical + kernel->size);
		return false;
	}
	return true;
}

static bool prefill(struct image_plan *plan, const struct model_region *region)
{
	const char *path = plan->inputs->prefills ? plan->inputs->prefills[region->index] : NULL;
	struct file_text text;
	if (!path)
		return true;
	if (!compilation_read(plan->compilation, path, &text))
		return false;
	if (region->has_phys_addr) {
		diag_report(
			plan->compilation->diag, DIAG_BOARD_FEATURE, region->range,
			"region '%s' has a physical address and starts with a file: one of them is supported "
			"at a time",
			region->name);
		return false;
	}
	plan->region_prefilled[region->index] = text.length;
	plan->region_pages[region->index] =
		plan_pages(plan, plan_region_size(plan, region) >> IMAGE_PAGE_BITS,
			   (const unsigned char *)text.text, text.length);
	return true;
}

static bool place(struct image_plan *plan, const struct model_region *region)
{
	const struct image_device *device = plan_device_of_region(plan, region);
	bool is_fixed = region->has_phys_addr && !device;
	unsigned bits = page_bits(plan, region);
	struct image_group group = {
		.type = SEL4_TYPE_FRAME,
		.bits = bits,
		.count = region->size >> bits,
		.address = is_fixed ? region->phys_addr : SEL4_NO_ADDRESS,
		.owner =
			plan_owner(plan, arena_format(plan->compilation->arena, "region '%s'", region->name)),
		.what = "memory region",
		.range = region->range,
	};
	plan->region_groups[region->index] = IMAGE_NO_GROUP;
	if (is_fixed && !check_address(plan, region))
		return false;
	if (region->prefill_path)
		return prefill(plan, region);
	if (!is_fixed && (device || is_address_wanted(plan, region))) {
		group.address = choose(plan, region->size, bits);
		if (group.address == SEL4_NO_ADDRESS) {
			diag_report(plan->compilation->diag, DIAG_BOARD_MEMORY, region->range,
				    "there is no place in memory for region '%s'", region->name);
			return false;
		}
	}
	plan->region_groups[region->index] = plan_group(plan, group);
	return true;
}

uint64_t image_region_address(const struct image_plan *plan, const struct model_region *region)
{
	int group = plan->region_groups[region->index];
	uint64_t address = group == IMAGE_NO_GROUP ? SEL4_NO_ADDRESS : plan->groups.items[group].address;
	return address == SEL4_NO_ADDRESS ? 0 : address;
}

bool plan_memory(struct image_plan *plan)
{
	size_t count = plan->model->regions.count;
	struct arena *arena = plan->compilation->arena;
	bool ok = true;
	plan->region_groups = ARENA_ARRAY(arena, int, count);
	plan->region_pages = ARENA_ARRAY(arena, uint64_t, count);
	plan->region_prefilled = ARENA_ARRAY(arena, uint64_t, count);
	plan->region_maps = ARENA_ARRAY(arena, unsigned, count);
	for (size_t i = 0; i < count; i++)
		ok &= place(plan, plan->model->regions.items[i]);
	return ok;
}
