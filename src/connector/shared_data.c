/*
 * seL4SharedData: a dataport's memory, mapped at every end.
 *
 * It becomes a memory region and a map per end. A `Buf(n)` has its size in its type; any other dataport has
 * the connection's `size`, or a page. An end's `_access` gives its permissions; without one CAmkES maps with
 * all rights, of which `rw` is kept: code is never run out of a dataport unless an X asks for it. The
 * component's pointer is a variable called like the interface, which the Core Platform's tool sets to the
 * map's address.
 */
#include "connector/shared_data.h"

#include <string.h>

enum { PAGE_SIZE = 4096 };

static struct src_range attribute_range(const struct assembly_attribute *attribute,
					struct src_range otherwise)
{
	return attribute ? attribute->range : otherwise;
}

uint64_t shared_data_size(const struct connector_context *context,
			  const struct assembly_connection *connection)
{
	const struct assembly_end *end = connector_end(connection, 0);
	const struct adl_interface *declaration = end->interface->declaration;
	const struct assembly_attribute *attribute =
		assembly_connection_setting(connection, context->compilation, "size");
	struct src_range range = declaration->has_size ? declaration->type.range
						       : attribute_range(attribute, connection->range);
	adl_integer size = PAGE_SIZE;
	if (declaration->has_size) {
		size = declaration->size;
	} else if (attribute) {
		if (attribute->value.kind != ADL_VALUE_INTEGER) {
			diag_report(context->compilation->diag, DIAG_DATAPORT_SIZE, range,
				    "the size of a dataport is a number of bytes");
			return 0;
		}
		size = attribute->value.as.integer;
	}
	if (size < PAGE_SIZE || size % PAGE_SIZE || size > ((adl_integer)1 << 46)) {
		diag_report(context->compilation->diag, DIAG_DATAPORT_SIZE, range,
			    "the size of dataport '%s' is not a positive multiple of the page size, %d bytes",
			    end->interface->name, PAGE_SIZE);
		return 0;
	}
	return (uint64_t)size;
}

/* Letters of an access attribute, in the order in which they must stand. */
static bool parse_access(const char *text, unsigned *perms)
{
	static const struct {
		char letter;
		unsigned perm;
	} letters[] = {
		{ 'R', MODEL_PERM_READ }, { 'W', MODEL_PERM_WRITE }, { 'X', MODEL_PERM_EXECUTE }, { 'P', 0 }
	};
	*perms = 0;
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (*text == letters[i].letter) {
			*perms |= letters[i].perm;
			text++;
		}
	return !*text;
}

/* *WIDENED: they are more than was asked for. */
static bool end_perms(struct connector_context *context, const struct assembly_end *end, unsigned *perms,
		      bool *widened)
{
	struct diag *diag = context->compilation->diag;
	const struct assembly_attribute *attribute = connector_setting(context, end, "access");
	*perms = MODEL_PERM_READ | MODEL_PERM_WRITE;
	if (!attribute)
		return true;
	if (attribute->value.kind != ADL_VALUE_STRING || !parse_access(attribute->value.as.string, perms)) {
		diag_report(diag, DIAG_DATAPORT_ACCESS, attribute->range,
			    "'%s' is a string of the letters R, W, X and P, in this order, each at most once",
			    attribute->name);
		return false;
	}
	if (!(*perms & MODEL_PERM_READ)) {
		diag_report(diag, DIAG_ACCESS_WIDENED, attribute->range,
			    "a map on the Core Platform cannot be without read permission; '%s.%s' gets it",
			    end->instance->name, end->interface->name);
		*perms |= MODEL_PERM_READ;
		*widened = true;
	}
	return true;
}

static const char *perms_text(unsigned perms)
{
	static const char *const texts[] = { "", "r", "w", "rw", "x", "rx", "wx", "rwx" };
	return texts[perms];
}

/*
 * The region is called like the dataport where all ends agree on that name and no other connection would use
 * it too; otherwise like the connection, whose name is unique.
 */
static const char *region_name(const struct connector_context *context,
			       const struct assembly_connection *connection)
{
	const char *wanted = connector_common_interface(connection);
	const unsigned *count = wanted ? map_get(&context->region_names_wanted, wanted) : NULL;
	return count && *count == 1 ? wanted : connection->name;
}

/* What a person should check: where the translation had to assume something. NULL: nothing. */
static const char *by_hand(const struct connector_context *context,
			   const struct assembly_connection *connection, bool widened)
{
	const struct assembly_end *end = connector_end(connection, 0);
	const struct adl_interface *declaration = end->interface->declaration;
	const struct assembly_attribute *size =
		assembly_connection_setting(connection, context->compilation, "size");
	bool assumed = !declaration->has_size && declaration->type_name &&
		       strcmp(declaration->type_name, "Buf") != 0 && !(size);
	const char *size_text =
		assumed ? arena_format(context->compilation->arena,
				       "nothing says the size, so it is a page; `%s` has to fit",
				       declaration->type_name)
			: NULL;
	const char *access_text = widened ? "an end that was to write only can read, too" : NULL;
	if (size_text && access_text)
		return arena_format(context->compilation->arena, "%s; %s", size_text, access_text);
	return size_text ? size_text : access_text;
}

struct model_region *shared_data_join(struct connector_context *context,
				      const struct assembly_connection *connection, uint64_t size,
				      const char *why)
{
	struct arena *arena = context->compilation->arena;
	struct model_region *region = model_region_add(context->compilation, context->model,
						       region_name(context, connection), size);
	region->range = connection->range;
	const char *maps = "";
	bool widened = false;
	for (size_t i = 0; i < connector_end_count(connection); i++) {
		const struct assembly_end *end = connector_end(connection, i);
		unsigned perms;
		if (!end_perms(context, end, &perms, &widened))
			continue;
		connector_map(context, end, region, perms);
		maps = arena_format(arena, "%s%s `%s` %s", maps, *maps ? "," : "",
				    connector_pd(context, end)->name, perms_text(perms));
	}
	connector_note(context,
		       (struct model_note){
			       .construct = arena_format(arena, "connection %s %s",
							 connection->type->name.text, connection->name),
			       .became = arena_format(arena, "memory region `%s` (0x%llx bytes), mapped by%s",
						      region->name, (unsigned long long)size, maps),
			       .why = why,
			       .by_hand = by_hand(context, connection, widened),
			       .section = "connectors, connections and memory regions, channels",
			       .range = connection->range,
		       });
	return region;
}

bool shared_data_place(const struct connector_context *context, const struct assembly_connection *connection,
		       struct model_region *region)
{
	const struct assembly_attribute *address =
		assembly_connection_setting(connection, context->compilation, "paddr");
	if (!address)
		return true;
	bool is_page = address->value.kind == ADL_VALUE_INTEGER && address->value.as.integer >= 0 &&
		       address->value.as.integer <= (adl_integer)1 << 52 &&
		       address->value.as.integer % PAGE_SIZE == 0;
	if (!is_page) {
		diag_report(context->compilation->diag, DIAG_ATTRIBUTE_RANGE, address->range,
			    "'paddr' of connection '%s' is not the address of a page", connection->name);
		return false;
	}
	region->has_phys_addr = true;
	region->phys_addr = (uint64_t)address->value.as.integer;
	return true;
}

void shared_data_set_cached(const struct connector_context *context, const struct assembly_end *end,
			    struct model_region *region, const char *suffix)
{
	struct model_pd *pd = connector_pd(context, end);
	const struct assembly_attribute *attribute = connector_setting(context, end, suffix);
	if (!attribute || attribute->value.kind != ADL_VALUE_INTEGER)
		return;
	for (size_t i = 0; i < pd->maps.count; i++)
		if (pd->maps.items[i]->region == region && pd->maps.items[i]->range.begin == end->range.begin)
			pd->maps.items[i]->cached = attribute->value.as.integer != 0;
}

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	uint64_t size = shared_data_size(context, connection);
	if (size)
		shared_data_join(context, connection, size,
				 "a dataport is shared memory; each end's variable of the dataport's name "
				 "gets the address");
}

const struct connector connector_shared_data = {
	.name = "seL4SharedData",
	.meaning = "a dataport's memory, mapped at every end",
	.kind = ADL_END_DATAPORT,
	.lower = lower,
};
