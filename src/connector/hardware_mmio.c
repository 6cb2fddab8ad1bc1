/*
 * seL4HardwareMMIO: the registers of a device, mapped at the other ends.
 *
 * They become a memory region at the device's physical address (<interface>_paddr, _size of the hardware
 * component) and a map per end, which is not cached unless <interface>_hardware_cached says so. On a board of
 * hardware the region is the device; on the board `linux` it is memory that is shared with a device of the
 * host (docs/devices.md).
 */
#include "connector/hardware.h"

enum { PAGE_SIZE = 4096 };

#define ADDRESS_MAX (UINT64_MAX >> 16)

static bool has_registers(const struct connector_context *context, const struct assembly_end *device,
			  uint64_t *address, uint64_t *size)
{
	bool ok = hardware_number(context, device, "paddr", ADDRESS_MAX, address);
	ok &= hardware_number(context, device, "size", ADDRESS_MAX, size);
	if (!ok)
		return false;
	if (*address % PAGE_SIZE)
		hardware_refuse(context, device, "paddr", "is not a multiple of the page size, 4096");
	if (!*size || *size % PAGE_SIZE)
		hardware_refuse(context, device, "size", "is not a positive multiple of the page size, 4096");
	return *address % PAGE_SIZE == 0 && *size && *size % PAGE_SIZE == 0;
}

static bool is_cached(const struct connector_context *context, const struct assembly_end *device)
{
	const struct assembly_attribute *cached = connector_setting(context, device, "hardware_cached");
	return cached && cached->value.kind == ADL_VALUE_INTEGER && cached->value.as.integer;
}

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	struct arena *arena = context->compilation->arena;
	const struct assembly_end *device = &connection->to.items[0];
	uint64_t address, size;
	if (!has_registers(context, device, &address, &size))
		return;
	struct model_region *region =
		model_region_add(context->compilation, context->model, connection->name, size);
	region->has_phys_addr = true;
	region->phys_addr = address;
	region->range = connection->range;
	const char *maps = "";
	for (size_t i = 0; i < connection->from.count; i++) {
		const struct assembly_end *end = &connection->from.items[i];
		struct model_map *map =
			connector_map(context, end, region, MODEL_PERM_READ | MODEL_PERM_WRITE);
		map->cached = is_cached(context, device);
		connector_binding(context, end)->is_device = true;
		maps = arena_format(arena, "%s%s `%s`", maps, *maps ? "," : "",
				    connector_pd(context, end)->name);
	}
	connector_note(
		context,
		(struct model_note){
			.construct = arena_format(arena, "connection seL4HardwareMMIO %s", connection->name),
			.became = arena_format(
				arena, "memory region `%s` at 0x%llx (0x%llx bytes), mapped by%s",
				region->name, (unsigned long long)address, (unsigned long long)size, maps),
			.why = "a device's registers are memory at its physical address",
			.by_hand = "the address is that of the hardware component's platform; on "
				   "the board `linux` a device of the host has to stand there",
			.section = "hardware component",
			.range = connection->range,
		});
}

const struct connector connector_hardware_mmio = {
	.name = "seL4HardwareMMIO",
	.meaning = "a device's registers, mapped at the other ends",
	.kind = ADL_END_DATAPORT,
	.to_hardware = true,
	.lower = lower,
};
