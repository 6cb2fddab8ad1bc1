#include "launch/region.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * Where "physical" addresses are given to regions that do not say theirs. There is no such memory here:
 * programs only see that these addresses are aligned and belong to one region each.
 */
#define PHYSICAL_START UINT64_C(0x40000000)

static uint64_t page_of(const struct model_region *region)
{
	return region->page_size ? region->page_size : LINUX_PAGE;
}

static uint64_t round_up(uint64_t size, uint64_t unit)
{
	return (size + unit - 1) / unit * unit;
}

/* Without a size of its own, a region that is filled from a file is as large as that, in whole pages. */
static bool plan_prefill(struct launch *launch, const struct model_region *model,
			 struct launch_region *region)
{
	struct stat status;
	const char *path = launch_find_file(launch, model->prefill_path);
	if (stat(path, &status))
		return compilation_cannot_read(launch->compilation, path, errno);
	region->prefill = path;
	region->prefill_size = (uint64_t)status.st_size;
	if (!region->size)
		region->size = round_up(region->prefill_size, page_of(model));
	if (region->prefill_size && region->prefill_size <= region->size)
		return true;
	diag_report(launch->compilation->diag, DIAG_MODEL_PREFILL,
		    model_place(launch->model, &model->prefill_path, model->range),
		    region->prefill_size ? "'%s' does not fit into region '%s'"
					 : "'%s', which region '%s' is filled from, is empty",
		    path, model->name);
	return false;
}

/* Whether [address, address + size) is somebody's; *END is then where that one ends. */
static bool is_taken(const struct launch *launch, uint64_t address, uint64_t size, uint64_t *end)
{
	for (size_t i = 0; i < launch->model->regions.count; i++) {
		const struct launch_region *other = &launch->regions[i];
		if (!other->has_physical || address >= other->physical + other->size ||
		    other->physical >= address + size)
			continue;
		*end = other->physical + other->size;
		return true;
	}
	return false;
}

static void place(struct launch *launch, const struct model_region *model)
{
	struct launch_region *region = &launch->regions[model->index];
	uint64_t address = round_up(PHYSICAL_START, page_of(model)), end;
	while (is_taken(launch, address, region->size, &end))
		address = round_up(end, page_of(model));
	region->has_physical = true;
	region->physical = address;
}

/* Regions that say where they are have their place before others are given one. */
bool region_plan(struct launch *launch)
{
	bool ok = true;
	size_t count = launch->model->regions.count;
	launch->regions = ARENA_ARRAY(launch->compilation->arena, struct launch_region, count);
	for (size_t i = 0; i < count; i++) {
		const struct model_region *model = launch->model->regions.items[i];
		struct launch_region *region = &launch->regions[i];
		region->size = model->size;
		region->has_physical = model->has_phys_addr;
		region->physical = model->phys_addr;
		ok &= !model->prefill_path || plan_prefill(launch, model, region);
	}
	for (size_t i = 0; i < count && ok; i++)
		if (!launch->regions[i].has_physical)
			place(launch, launch->model->regions.items[i]);
	return ok;
}

/* Which regions some protection domain has without the right to write. */
static void find_readers(struct launch *launch)
{
	for (size_t i = 0; i < launch->pd_count; i++)
		for (size_t j = 0; j < launch->pds[i].model->maps.count; j++) {
			const struct model_map *map = launch->pds[i].model->maps.items[j];
			if (!(map->perms & MODEL_PERM_WRITE))
				launch->regions[map->region->index].has_reader = true;
		}
}

/* False with errno set. The file may have grown or shrunk since it was measured. */
static bool copy(const struct launch_region *region, int file)
{
	char bytes[1 << 16];
	uint64_t at = 0;
	while (at < region->size) {
		size_t room = region->size - at < sizeof bytes ? (size_t)(region->size - at) : sizeof bytes;
		ssize_t length = read(file, bytes, room);
		if (length <= 0)
			return !length;
		if (pwrite(region->fd, bytes, (size_t)length, (off_t)at) != length)
			return false;
		at += (uint64_t)length;
	}
	return true;
}

static bool fill(struct launch *launch, const struct launch_region *region)
{
	int file = open(region->prefill, O_RDONLY | O_CLOEXEC);
	bool ok = file >= 0 && copy(region, file);
	if (!ok)
		launch_refused(launch, "cannot fill a region from '%s'", region->prefill);
	if (file >= 0)
		close(file);
	return ok;
}

/*
 * The file's size is sealed. Its second descriptor is opened for reading alone, so that no mapping made from
 * it can ever be made writable.
 */
static bool make(struct launch *launch, const struct model_region *model)
{
	struct launch_region *region = &launch->regions[model->index];
	char path[64];
	region->fd = launch_own(launch, memfd_create(model->name, MFD_CLOEXEC | MFD_ALLOW_SEALING));
	if (region->fd < 0 || ftruncate(region->fd, (off_t)region->size) ||
	    fcntl(region->fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL))
		return launch_refused(launch, "cannot make memory for region '%s'", model->name);
	if (region->prefill && !fill(launch, region))
		return false;
	if (!region->has_reader)
		return true;
	snprintf(path, sizeof path, "/proc/self/fd/%d", region->fd);
	region->read_only_fd = launch_own(launch, open(path, O_RDONLY | O_CLOEXEC));
	if (region->read_only_fd < 0)
		return launch_refused(launch, "cannot open region '%s' for reading", model->name);
	return true;
}

bool region_make_all(struct launch *launch)
{
	find_readers(launch);
	for (size_t i = 0; i < launch->model->regions.count; i++)
		if (!make(launch, launch->model->regions.items[i]))
			return false;
	return true;
}
