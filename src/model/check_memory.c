/* Memory regions and where they are mapped. */
#include "model/check_internal.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define RANGE "[0x%" PRIx64 "..0x%" PRIx64 ")"

static void check_alignment(const struct model_check *check, const struct model_mapping *mapping)
{
	const struct model_map *map = mapping->map;
	uint64_t page_size = model_region_page_size(map->region);
	if (map->vaddr % page_size)
		diag_report(check->diag, DIAG_MODEL_ALIGNMENT, MODEL_PLACE(check, map, vaddr),
			    "0x%" PRIx64 " is not the start of a page of 0x%" PRIx64
			    " bytes, which '%s' is made of",
			    map->vaddr, page_size, map->region->name);
}

void model_check_map_alignment(const struct model_check *check)
{
	model_check_mappings(check, check_alignment);
}

/* No kernel gives more than this to a protection domain. */
static const uint64_t greatest_space = (uint64_t)1 << 47;

/* The first address that a mapping may not reach. */
static uint64_t space_end(const struct model_check *check, const struct model_mapping *mapping)
{
	if (!check->kernel->user_top)
		return greatest_space;
	uint64_t end = check->kernel->user_top + 1;
	uint64_t stack = mapping->pd->has_stack_size ? mapping->pd->stack_size : check->rules->stack_size;
	if (mapping->vm || !check->rules->stack_at_top)
		return end;
	if (check->rules->stack_below_guard)
		end -= 2 * MODEL_PAGE_SMALL; /* the IPC buffer and the guard page */
	return end - stack;
}

static void check_range(const struct model_check *check, const struct model_mapping *mapping)
{
	const struct model_map *map = mapping->map;
	uint64_t end = map->vaddr + map->region->size, limit = space_end(check, mapping);
	if (end < map->vaddr || end > limit)
		diag_report(check->diag, DIAG_MODEL_MAP_RANGE, MODEL_PLACE(check, map, vaddr),
			    "the map of '%s' from 0x%" PRIx64 " on, of 0x%" PRIx64
			    " bytes, does not end before 0x%" PRIx64 ", where the address space of %s does",
			    map->region->name, map->vaddr, map->region->size, limit,
			    model_mapping_owner(check, mapping));
}

void model_check_map_range(const struct model_check *check)
{
	model_check_mappings(check, check_range);
}

/* Something at [begin, end), the ORDERth of its kind in the description. */
struct extent {
	uint64_t begin;
	uint64_t end;
	size_t order;
	const char *name;
	struct src_range place;
};

struct extents {
	VEC(struct extent) list;
};

static int compare_extents(const void *a, const void *b)
{
	const struct extent *first = a, *second = b;
	if (first->begin != second->begin)
		return first->begin < second->begin ? -1 : 1;
	return first->order < second->order ? -1 : first->order > second->order;
}

/* What lies at the same addresses, each with the one before it that reaches farthest. */
static void check_overlaps(const struct model_check *check, struct extents *extents, enum diag_id id,
			   const char *what, const char *where)
{
	struct extent *items = extents->list.items, *reach = items;
	if (extents->list.count)
		qsort(items, extents->list.count, sizeof *items, compare_extents);
	for (size_t i = 1; i < extents->list.count; i++) {
		const struct extent *item = &items[i];
		if (item->begin < reach->end) {
			const struct extent *later = item->order > reach->order ? item : reach;
			const struct extent *earlier = later == item ? reach : item;
			diag_report(check->diag, id, later->place,
				    "%s '%s' at " RANGE " overlaps with '%s' at " RANGE "%s", what,
				    later->name, later->begin, later->end, earlier->name, earlier->begin,
				    earlier->end, where);
			diag_note(check->diag, earlier->place, "'%s' is here", earlier->name);
		}
		if (item->end > reach->end)
			reach = &items[i];
	}
}

static void push(const struct model_check *check, struct extents *extents, uint64_t begin, uint64_t size,
		 const char *name, struct src_range place)
{
	struct extent extent = { begin, begin + size, extents->list.count, name, place };
	if (extent.end > begin)
		VEC_PUSH(check->compilation->arena, &extents->list, extent);
}

static void check_space(const struct model_check *check, const struct model_pd *pd, const struct model_vm *vm)
{
	struct extents extents = { 0 };
	size_t count = vm ? vm->maps.count : pd->maps.count;
	for (size_t i = 0; i < count; i++) {
		const struct model_map *map = vm ? vm->maps.items[i] : pd->maps.items[i];
		push(check, &extents, map->vaddr, map->region->size, map->region->name,
		     MODEL_PLACE(check, map, vaddr));
	}
	const struct model_mapping mapping = { NULL, pd, vm };
	const char *where =
		arena_format(check->compilation->arena, " in %s", model_mapping_owner(check, &mapping));
	check_overlaps(check, &extents, DIAG_MODEL_MAP_OVERLAP, "the map of", where);
}

void model_check_map_overlap(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		check_space(check, pd, NULL);
		if (pd->vm)
			check_space(check, pd, pd->vm);
	}
}

static void check_perms(const struct model_check *check, const struct model_mapping *mapping)
{
	const struct model_map *map = mapping->map;
	const unsigned write_execute = MODEL_PERM_WRITE | MODEL_PERM_EXECUTE;
	if (map->perms & MODEL_PERM_WRITE && !(map->perms & MODEL_PERM_READ))
		diag_report(check->diag, DIAG_MODEL_WRITE_ONLY, MODEL_PLACE(check, map, perms),
			    "'%s' is mapped to be written but not read, which no kernel can do",
			    map->region->name);
	else if (!mapping->vm && (map->perms & write_execute) == write_execute)
		diag_report(check->diag, DIAG_MODEL_RWX, MODEL_PLACE(check, map, perms),
			    "'%s' is mapped both writable and executable", map->region->name);
}

void model_check_map_permissions(const struct model_check *check)
{
	model_check_mappings(check, check_perms);
}

/* Where nobody wrote cached="true" or runs code, a map with a physical address is most often a device's. */
static void check_cached(const struct model_check *check, const struct model_mapping *mapping)
{
	static const struct src_range unwritten = { 0, 0 };
	const struct model_map *map = mapping->map;
	if (map->perms & MODEL_PERM_EXECUTE)
		return;
	if (map->region->has_phys_addr && map->cached &&
	    !model_place(check->model, &map->cached, unwritten).begin)
		diag_report(
			check->diag, DIAG_MODEL_CACHED_DEVICE, map->range,
			"'%s' has a physical address and is mapped cached; a device needs cached=\"false\"",
			map->region->name);
}

static bool is_arm_or_unknown(const struct model_check *check)
{
	bool x86 = false;
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		x86 |= pd->ioports.count != 0;
		for (size_t j = 0; j < pd->irqs.count; j++)
			x86 |= pd->irqs.items[j]->kind != MODEL_IRQ_LINE;
	}
	return check->kernel->arch == MODEL_ARCH_AARCH64 ||
	       (check->kernel->arch == MODEL_ARCH_UNKNOWN && !x86);
}

/* On RISC-V and x86 the platform says what is cached. */
void model_check_cached_devices(const struct model_check *check)
{
	if (is_arm_or_unknown(check))
		model_check_mappings(check, check_cached);
}

void model_check_physical_overlap(const struct model_check *check)
{
	struct extents extents = { 0 };
	for (size_t i = 0; i < check->model->regions.count; i++) {
		const struct model_region *region = check->model->regions.items[i];
		if (region->has_phys_addr)
			push(check, &extents, region->phys_addr, region->size, region->name,
			     MODEL_PLACE(check, region, phys_addr));
	}
	check_overlaps(check, &extents, DIAG_MODEL_PHYSICAL_OVERLAP, "the physical memory of", "");
}

static void mark_used(bool *used, const struct model_pd *pd)
{
	for (size_t i = 0; i < pd->maps.count; i++)
		used[pd->maps.items[i]->region->index] = true;
	for (size_t i = 0; pd->vm && i < pd->vm->maps.count; i++)
		used[pd->vm->maps.items[i]->region->index] = true;
	for (size_t i = 0; i < pd->setvars.count; i++)
		used[pd->setvars.items[i]->region->index] = true;
}

void model_check_unused_regions(const struct model_check *check)
{
	const struct model *model = check->model;
	bool *used = ARENA_ARRAY(check->compilation->arena, bool, model->regions.count);
	for (size_t i = 0; i < model->pds.count; i++)
		mark_used(used, model->pds.items[i]);
	for (size_t i = 0; i < model->io_spaces.count; i++)
		for (size_t j = 0; j < model->io_spaces.items[i]->maps.count; j++)
			used[model->io_spaces.items[i]->maps.items[j]->region->index] = true;
	for (size_t i = 0; i < model->regions.count; i++)
		if (!used[i])
			diag_report(check->diag, DIAG_MODEL_UNUSED_REGION,
				    MODEL_PLACE(check, model->regions.items[i], name),
				    "memory region '%s' is mapped nowhere", model->regions.items[i]->name);
}

static const char *const bootinfos[] = { "x86_vbe",	    "x86_mbmmap",   "x86_acpi_rsdp",
					 "x86_framebuffer", "x86_tsc_freq", "fdt" };

static void check_fill(const struct model_check *check, const struct model_region *region)
{
	bool known = !region->prefill_bootinfo;
	for (size_t i = 0; !known && i < sizeof bootinfos / sizeof *bootinfos; i++)
		known = !strcmp(bootinfos[i], region->prefill_bootinfo);
	if (!known)
		diag_report(check->diag, DIAG_MODEL_PREFILL, MODEL_PLACE(check, region, prefill_bootinfo),
			    "there is no boot information '%s'", region->prefill_bootinfo);
	if (region->prefill_bootinfo && region->prefill_path)
		diag_report(check->diag, DIAG_MODEL_PREFILL, MODEL_PLACE(check, region, prefill_bootinfo),
			    "memory region '%s' is to be filled with both a file and boot information",
			    region->name);
	if (!region->prefill_path || !check->rules->files)
		return;
	const struct model_prefill *file = &check->rules->files->prefills[region->index];
	struct src_range place = MODEL_PLACE(check, region, prefill_path);
	if (file->known && !file->found)
		diag_report(check->diag, DIAG_MODEL_PREFILL, place, "no file '%s' is found",
			    region->prefill_path);
	else if (file->known && !file->size)
		diag_report(check->diag, DIAG_MODEL_PREFILL, place, "the file '%s' is empty",
			    region->prefill_path);
	else if (file->known && region->size && file->size > region->size)
		diag_report(check->diag, DIAG_MODEL_PREFILL, place,
			    "the file '%s' has %" PRIu64 " bytes, more than memory region '%s'",
			    region->prefill_path, file->size, region->name);
}

static void check_prefill_size(const struct model_check *check, const struct model_mapping *mapping)
{
	const struct model_map *map = mapping->map;
	if (map->setvar_prefill_size && !map->region->prefill_path)
		diag_report(check->diag, DIAG_MODEL_PREFILL, MODEL_PLACE(check, map, setvar_prefill_size),
			    "memory region '%s' is not filled from a file, so there is no size to set",
			    map->region->name);
}

void model_check_prefill(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->regions.count; i++)
		check_fill(check, check->model->regions.items[i]);
	model_check_mappings(check, check_prefill_size);
}
