/*
 * A device of a device tree, given to the end whose interface's attribute `dtb` is a query for its node.
 *
 * Each block of registers ("reg") becomes a memory region at its physical address, mapped where the variable
 * <interface>_<n> says, not cached unless `hardware_cached` is set. With `generate_interrupts` each interrupt
 * becomes an `irq` of the protection domain. How many cells an interrupt has stands in another node, so it is
 * guessed as CAmkES does: three where their number allows that (type, number, flags), else one. Of three,
 * type 0 (shared) counts from 32 on and type 1 (private) from 16 on, and flags of 1 or 2 are edges. On a
 * board of hardware that is the device; on the board `linux` a device of the host stands there
 * (docs/devices.md).
 */
#include "connector/device_tree.h"

#include "connector/global_notification.h"

#include <string.h>

enum { PAGE_SIZE = 4096, CELLS_MAX = 2, FIRST_SHARED = 32, FIRST_PRIVATE = 16 };

struct device {
	struct connector_context *context;
	const struct assembly_end *end;
	const struct adl_dict *node;
	bool global;
	unsigned blocks, lines;
};

static const struct assembly_attribute *setting(const struct device *device, const char *name)
{
	return assembly_setting(&device->end->interface->attributes, device->context->compilation, name);
}

static bool is_set(const struct device *device, const char *name)
{
	const struct assembly_attribute *attribute = setting(device, name);
	return attribute && attribute->value.kind == ADL_VALUE_INTEGER && attribute->value.as.integer;
}

static void refuse(const struct device *device, const char *what)
{
	const struct assembly_attribute *query = setting(device, "dtb");
	diag_report(device->context->compilation->diag, DIAG_DEVICE_TREE,
		    query ? query->range : device->end->range, "'%s.dtb' of instance '%s' %s",
		    device->end->interface->name, device->end->instance->name, what);
}

/* The one node that the query found. False after an error that was reported. */
static bool find_node(struct device *device)
{
	const struct assembly_attribute *query = setting(device, "dtb");
	const struct adl_value *nodes = query && query->value.kind == ADL_VALUE_DICT
						? adl_dict_find(query->value.as.dict, "query")
						: NULL;
	if (!query)
		refuse(device,
		       "is not set: a query for the node of the device, as in dtb({ \"path\" : \"...\" })");
	else if (!nodes || nodes->kind != ADL_VALUE_LIST || nodes->as.list->items.count != 1 ||
		 nodes->as.list->items.items[0].kind != ADL_VALUE_DICT)
		refuse(device, "is not a query for one node");
	else if (!nodes->as.list->items.items[0].as.dict->entries.count)
		refuse(device, "found no node");
	else
		device->node = nodes->as.list->items.items[0].as.dict;
	return device->node != NULL;
}

/* The cells of a property; NULL: it has none. */
static const struct adl_list *cells_of(const struct device *device, const char *key)
{
	const struct adl_value *value = adl_dict_find(device->node, key);
	for (size_t i = 0; value && value->kind == ADL_VALUE_LIST && i < value->as.list->items.count; i++)
		if (value->as.list->items.items[i].kind != ADL_VALUE_INTEGER)
			return NULL;
	return value && value->kind == ADL_VALUE_LIST ? value->as.list : NULL;
}

static uint64_t cell(const struct adl_list *cells, size_t index)
{
	return (uint32_t)cells->items.items[index].as.integer;
}

static unsigned cell_count(const struct device *device, const char *key)
{
	const struct adl_list *cells = cells_of(device, key);
	return cells && cells->items.count ? (unsigned)cell(cells, 0) : 0;
}

/* ------------------------------------------------------------ registers */

static uint64_t wide(const struct adl_list *cells, size_t first, unsigned count)
{
	uint64_t number = 0;
	for (unsigned i = 0; i < count; i++)
		number = number << 32 | cell(cells, first + i);
	return number;
}

static void add_block(struct device *device, uint64_t address, uint64_t size)
{
	struct connector_context *context = device->context;
	struct arena *arena = context->compilation->arena;
	struct model_pd *pd = connector_pd(context, device->end);
	struct model_binding *binding = connector_binding(context, device->end);
	uint64_t offset = address % PAGE_SIZE;
	uint64_t room = (offset + size + PAGE_SIZE - 1) / PAGE_SIZE * PAGE_SIZE;
	struct model_region *region = model_region_add(
		context->compilation, context->model,
		arena_format(arena, "%s_%s_%u", pd->name, device->end->interface->name, device->blocks),
		room);
	region->has_phys_addr = true;
	region->phys_addr = address - offset;
	region->range = device->end->range;
	struct model_map *map =
		model_map_add(context->compilation, pd, region, context->next_vaddr[pd->index],
			      MODEL_PERM_READ | MODEL_PERM_WRITE);
	context->next_vaddr[pd->index] += room;
	map->cached = is_set(device, "hardware_cached");
	map->setvar_vaddr = arena_format(arena, "%s_%u", binding->interface, device->blocks++);
	map->range = device->end->range;
	VEC_PUSH(arena, &binding->registers, map);
}

static void add_registers(struct device *device)
{
	const struct adl_list *reg = cells_of(device, "reg");
	unsigned addresses = cell_count(device, "this_address_cells"),
		 sizes = cell_count(device, "this_size_cells");
	if (!reg)
		return;
	if (!addresses || !sizes || addresses > CELLS_MAX || sizes > CELLS_MAX) {
		refuse(device, "found a node whose registers are no memory: addresses and sizes have one or "
			       "two cells");
		return;
	}
	unsigned entry = addresses + sizes;
	for (size_t i = 0; i + entry <= reg->items.count; i += entry) {
		uint64_t address = wide(reg, i, addresses), size = wide(reg, i + addresses, sizes);
		if (!size || size > (uint64_t)1 << 40 || address > (uint64_t)1 << 52)
			refuse(device, "found a node with registers of no size, or beyond all memory");
		else
			add_block(device, address, size);
	}
}

/* ----------------------------------------------------------- interrupts */

static void add_line(struct device *device, uint64_t number, bool is_edge)
{
	struct connector_context *context = device->context;
	struct arena *arena = context->compilation->arena;
	struct model_pd *pd = connector_pd(context, device->end);
	struct model_binding *binding = connector_binding(context, device->end);
	struct model_irq *irq = model_irq_add(
		context->compilation, context->model, pd,
		&(struct model_irq){ .number = number,
				     .trigger = is_edge ? MODEL_TRIGGER_EDGE : MODEL_TRIGGER_LEVEL });
	irq->range = device->end->range;
	device->lines++;
	VEC_PUSH(arena, &binding->irqs, irq);
	if (device->global)
		VEC_PUSH(arena, &binding->irq_badges, global_notification_badge(context, device->end));
}

/* Of a group of three cells. */
static void add_typed_line(struct device *device, const struct adl_list *cells, size_t at)
{
	uint64_t type = cell(cells, at), flags = cell(cells, at + 2);
	add_line(device,
		 cell(cells, at + 1) + (type == 0   ? FIRST_SHARED
					: type == 1 ? FIRST_PRIVATE
						    : 0),
		 flags == 1 || flags == 2);
}

static void add_interrupts(struct device *device)
{
	const struct adl_list *cells = cells_of(device, "interrupts");
	bool extended = !cells;
	if (extended)
		cells = cells_of(device, "interrupts_extended");
	if (!is_set(device, "generate_interrupts") || !cells)
		return;
	/* Extended ones have their controller first. */
	size_t count = cells->items.count, group = extended ? 4 : 3, skip = extended ? 1 : 0;
	bool typed = count >= group && count % group == 0;
	for (size_t i = 0; typed && i < count; i += group)
		add_typed_line(device, cells, i + skip);
	for (size_t i = skip; !typed && i < count; i += 1 + skip)
		add_line(device, cell(cells, i), false);
}

/* -------------------------------------------------------------- an end */

static void note(struct connector_context *context, const struct assembly_connection *connection,
		 const struct device *device)
{
	struct arena *arena = context->compilation->arena;
	const struct adl_list *path = NULL;
	const struct adl_value *value = adl_dict_find(device->node, "this_node_path");
	if (value && value->kind == ADL_VALUE_LIST)
		path = value->as.list;
	const char *node = path && path->items.count && path->items.items[0].kind == ADL_VALUE_STRING
				   ? path->items.items[0].as.string
				   : "the device tree's node";
	connector_note(
		context,
		(struct model_note){
			.construct = arena_format(arena, "connection %s %s", connection->type->name.text,
						  connection->name),
			.became = arena_format(
				arena, "%u memory regions at the addresses of %s and %u interrupts, of `%s`",
				device->blocks, node, device->lines,
				connector_pd(context, device->end)->name),
			.why = "a device's registers are memory at its physical address; an interrupt is a "
			       "notification",
			.by_hand = "on the board `linux` a device of the host has to stand there",
			.section = "hardware component",
			.range = connection->range,
		});
}

void device_tree_lower(struct connector_context *context, const struct assembly_connection *connection,
		       bool global)
{
	for (size_t i = 0; i < connection->to.count; i++) {
		struct device device = { .context = context,
					 .end = &connection->to.items[i],
					 .global = global };
		if (!find_node(&device))
			continue;
		connector_binding(context, device.end)->kind = MODEL_BINDING_DEVICE;
		add_registers(&device);
		add_interrupts(&device);
		note(context, connection, &device);
	}
}
