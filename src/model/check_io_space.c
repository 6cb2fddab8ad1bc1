/* The address spaces of devices behind an IOMMU. */
#include "model/check_internal.h"

#include <inttypes.h>

static const uint64_t io_space_end = (uint64_t)1 << 39;

static void check_iomap(const struct model_check *check, const struct model_iomap *map)
{
	uint64_t end = map->address + map->region->size;
	struct src_range place = MODEL_PLACE(check, map, address);
	if (map->perms & MODEL_PERM_EXECUTE || !map->perms)
		diag_report(check->diag, DIAG_MODEL_IO_SPACE, MODEL_PLACE(check, map, perms),
			    "a device reads and writes memory: its permissions are 'r', 'w' or 'rw'");
	if (model_region_page_size(map->region) != MODEL_PAGE_SMALL)
		diag_report(check->diag, DIAG_MODEL_IO_SPACE, MODEL_PLACE(check, map, region),
			    "a device cannot be given '%s', which is made of large pages", map->region->name);
	if (map->address % MODEL_PAGE_SMALL)
		diag_report(check->diag, DIAG_MODEL_ALIGNMENT, place,
			    "0x%" PRIx64 " is not the start of a page of 0x%x bytes", map->address,
			    MODEL_PAGE_SMALL);
	if (end < map->address || end > io_space_end)
		diag_report(check->diag, DIAG_MODEL_IO_SPACE, place,
			    "the map of '%s' from 0x%" PRIx64 " on, of 0x%" PRIx64
			    " bytes, does not end before 0x%" PRIx64 ", where a device's address space does",
			    map->region->name, map->address, map->region->size, io_space_end);
}

static void check_overlap(const struct model_check *check, const struct model_io_space *space, size_t index)
{
	const struct model_iomap *map = space->maps.items[index];
	for (size_t i = 0; i < index; i++) {
		const struct model_iomap *other = space->maps.items[i];
		if (map->address >= other->address + other->region->size ||
		    other->address >= map->address + map->region->size)
			continue;
		diag_report(check->diag, DIAG_MODEL_MAP_OVERLAP, MODEL_PLACE(check, map, address),
			    "the map of '%s' at 0x%" PRIx64 " overlaps with '%s' at 0x%" PRIx64
			    " in I/O address space '%s'",
			    map->region->name, map->address, other->region->name, other->address,
			    space->name);
		diag_note(check->diag, MODEL_PLACE(check, other, address), "'%s' is here",
			  other->region->name);
	}
}

static void check_device(const struct model_check *check, size_t index)
{
	const struct model_io_space *space = check->model->io_spaces.items[index];
	for (size_t i = 0; i < index; i++) {
		const struct model_io_space *other = check->model->io_spaces.items[i];
		if (other->pci.bus == space->pci.bus && other->pci.device == space->pci.device &&
		    other->pci.function == space->pci.function) {
			diag_report(check->diag, DIAG_MODEL_IO_SPACE, MODEL_PLACE(check, space, pci),
				    "the PCI device %02x:%02x.%x has an I/O address space already",
				    space->pci.bus, space->pci.device, space->pci.function);
			diag_note(check->diag, MODEL_PLACE(check, other, pci), "it is here");
		}
		if (other->domain_id == space->domain_id) {
			diag_report(check->diag, DIAG_MODEL_DUPLICATE_ID,
				    MODEL_PLACE(check, space, domain_id),
				    "domain id %u is taken by I/O address space '%s'", space->domain_id,
				    other->name);
			diag_note(check->diag, MODEL_PLACE(check, other, domain_id), "it is here");
		}
	}
}

void model_check_io_spaces(const struct model_check *check)
{
	const struct model *model = check->model;
	if (!model->io_spaces.count)
		return;
	bool foreign = check->kernel->arch != MODEL_ARCH_UNKNOWN && check->kernel->arch != MODEL_ARCH_X86_64;
	if (foreign || check->kernel->iommu == MODEL_SUPPORT_NO)
		diag_report(check->diag, DIAG_MODEL_KERNEL, model->io_spaces.items[0]->range,
			    foreign ? "I/O address spaces come with x86, which the kernel %s is not for"
				    : "I/O address spaces need a kernel with support for an IOMMU, which %s "
				      "has not",
			    check->kernel->name);
	for (size_t i = 0; i < model->io_spaces.count; i++) {
		const struct model_io_space *space = model->io_spaces.items[i];
		check_device(check, i);
		for (size_t j = 0; j < space->maps.count; j++) {
			check_iomap(check, space->maps.items[j]);
			check_overlap(check, space, j);
		}
	}
}
