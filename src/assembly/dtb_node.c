/*
 * One node of a device tree as a dict: its properties as lists, the cells that addresses and sizes of its own
 * take, its path. The addresses of "reg" are translated through the "ranges" of the buses above.
 */
#include "assembly/dtb_tree.h"

#include <ctype.h>
#include <libfdt.h>
#include <string.h>

enum { CELLS_MAX = 4, CELL_SIZE = 4 };

__extension__ typedef unsigned __int128 address;

struct bus {
	int node; /* -1: above the root */
	unsigned address_cells;
	unsigned size_cells;
};

static bool looks_like_strings(const char *data, int length)
{
	if (length <= 0 || data[length - 1])
		return false;
	for (int i = 0; i < length; i++) {
		unsigned char c = (unsigned char)data[i];
		if (!c ? !i || !data[i - 1]
		       : c >= 0x80 || c == '\r' || c == '\n' || !(isprint(c) || isspace(c)))
			return false;
	}
	return true;
}

static uint32_t cell(const void *data, size_t index)
{
	uint32_t value;
	memcpy(&value, (const char *)data + index * CELL_SIZE, sizeof value);
	return fdt32_to_cpu(value);
}

struct adl_list *dtb_property_value(struct resolver *resolver, const void *data, int length)
{
	struct adl_list *list = ARENA_NEW(resolver->arena, struct adl_list);
	const char *bytes = data;
	if (looks_like_strings(bytes, length)) {
		for (int i = 0; i < length; i += (int)strlen(bytes + i) + 1)
			VEC_PUSH(resolver->arena, &list->items, query_string(bytes + i));
	} else if (length % CELL_SIZE == 0) {
		for (int i = 0; i < length / CELL_SIZE; i++)
			VEC_PUSH(resolver->arena, &list->items, query_integer(cell(data, (size_t)i)));
	} else {
		for (int i = 0; i < length; i++)
			VEC_PUSH(resolver->arena, &list->items, query_integer((signed char)bytes[i]));
	}
	return list;
}

static unsigned cells(const void *dtb, int node, const char *name, unsigned otherwise)
{
	int length;
	const void *data = node < 0 ? NULL : fdt_getprop(dtb, node, name, &length);
	return data && length >= CELL_SIZE ? cell(data, 0) : otherwise;
}

/* The buses above a node, its parent first; above the root there is one that has no node. */
static size_t find_buses(const struct dtb_tree *tree, const struct dtb_node *node, struct bus *buses)
{
	const struct dtb_node *root = &tree->nodes.items[0];
	size_t count = 0;
	do {
		bool top = node == root;
		node = &tree->nodes.items[node->parent];
		int offset = top ? -1 : node->offset;
		buses[count++] = (struct bus){
			.node = offset,
			.address_cells = cells(tree->blob, offset, "#address-cells", 2),
			.size_cells = cells(tree->blob, offset, "#size-cells", 1),
		};
	} while (node != root);
	return count;
}

static address unpack(const void *data, size_t at, unsigned count)
{
	address value = 0;
	for (unsigned i = 0; i < count; i++)
		value = value << 32 | cell(data, at + i);
	return value;
}

/* One step up: BUS's own "ranges", in which addresses of the bus above stand second. False: the region is cut
 * in two. */
static bool translate(const void *dtb, const struct bus *bus, const struct bus *above, address *start,
		      address size)
{
	int length;
	const void *ranges = fdt_getprop(dtb, bus->node, "ranges", &length);
	size_t width = (size_t)bus->address_cells + above->address_cells + bus->size_cells;
	if (!ranges || !width || above->address_cells > CELLS_MAX)
		return true;
	for (size_t at = 0; at + width <= (size_t)length / CELL_SIZE; at += width) {
		address from = unpack(ranges, at, bus->address_cells);
		address to = unpack(ranges, at + bus->address_cells, above->address_cells);
		address room =
			unpack(ranges, at + bus->address_cells + above->address_cells, bus->size_cells);
		if (*start < from || *start - from >= room)
			continue;
		if (size > room - (*start - from))
			return false;
		*start = to + (*start - from);
		return true;
	}
	return true;
}

static void pack(struct resolver *resolver, struct adl_list *list, address value, unsigned count)
{
	for (unsigned i = count; i > 0; i--)
		VEC_PUSH(resolver->arena, &list->items,
			 query_integer((uint32_t)(i > CELLS_MAX ? 0 : value >> (32 * (i - 1)))));
}

static bool translate_reg(struct resolver *resolver, const struct adl_query *query, const struct bus *buses,
			  size_t count, const void *data, int length, struct adl_list *list)
{
	const struct bus *bus = &buses[0];
	size_t width = (size_t)bus->address_cells + bus->size_cells;
	if (bus->address_cells > CELLS_MAX || bus->size_cells > CELLS_MAX || !width)
		return true;
	for (size_t at = 0; at + width <= (size_t)length / CELL_SIZE; at += width) {
		address start = unpack(data, at, bus->address_cells);
		address size = unpack(data, at + bus->address_cells, bus->size_cells);
		bool ok = true;
		for (size_t i = 0; ok && i + 1 < count && buses[i].address_cells <= CELLS_MAX &&
				   buses[i].size_cells <= CELLS_MAX;
		     i++)
			ok = translate(resolver->dtb->blob, &buses[i], &buses[i + 1], &start, size);
		ok &= bus->address_cells == CELLS_MAX || !(start >> (32 * bus->address_cells));
		if (!ok) {
			diag_report(resolver->diag, DIAG_QUERY, query->name.range,
				    "the device tree has a register block that does not fit into the buses "
				    "above it");
			return false;
		}
		pack(resolver, list, start, bus->address_cells);
		pack(resolver, list, size, bus->size_cells);
	}
	return true;
}

static void add_number(struct resolver *resolver, struct adl_dict *dict, const char *key, unsigned number)
{
	struct adl_list *list = ARENA_NEW(resolver->arena, struct adl_list);
	VEC_PUSH(resolver->arena, &list->items, query_integer(number));
	query_add(resolver, dict, key, query_list(list));
}

bool dtb_node_value(struct resolver *resolver, const struct adl_query *query, const struct dtb_node *node,
		    struct adl_value *result)
{
	struct adl_dict *dict = ARENA_NEW(resolver->arena, struct adl_dict);
	const void *blob = resolver->dtb->blob;
	struct bus buses[DTB_DEPTH_MAX];
	size_t count = find_buses(resolver->dtb, node, buses);
	int property;
	fdt_for_each_property_offset(property, blob, node->offset)
	{
		const char *name;
		int length;
		const void *data = fdt_getprop_by_offset(blob, property, &name, &length);
		if (!data)
			continue;
		struct adl_list *list = dtb_property_value(resolver, data, length);
		if (!strcmp(name, "reg")) {
			list = ARENA_NEW(resolver->arena, struct adl_list);
			if (!translate_reg(resolver, query, buses, count, data, length, list))
				return false;
		}
		query_add(resolver, dict, name, query_list(list));
	}
	add_number(resolver, dict, "this-address-cells", buses[0].address_cells);
	add_number(resolver, dict, "this-size-cells", buses[0].size_cells);
	query_add(resolver, dict, "this-node-path", query_string(node->path));
	result->as.dict = dict;
	return true;
}
