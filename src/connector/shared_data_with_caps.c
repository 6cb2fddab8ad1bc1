/*
 * seL4SharedDataWithCaps: seL4SharedData, whose ends also say what they are.
 *
 * Under CAmkES each end also gets capabilities to the frames, mostly so that a virtual machine monitor can
 * map them into its guest. A protection domain holds no such capabilities: who maps memory elsewhere says so
 * in the system description. The rest of <camkes/dataport_caps.h> is there (size, size of a frame, rights,
 * the end's number). The size may also be <interface>_size of the only `to` end; `paddr` of the connection is
 * where the memory is.
 */
#include "connector/shared_data.h"

enum { PAGE_SIZE = 4096 };

/* 0 after an error that was reported. */
static uint64_t size_of(const struct connector_context *context, const struct assembly_connection *connection)
{
	struct diag *diag = context->compilation->diag;
	const struct assembly_attribute *own =
		assembly_connection_setting(connection, context->compilation, "size");
	const struct assembly_attribute *to =
		connection->to.count == 1 ? connector_setting(context, &connection->to.items[0], "size")
					  : NULL;
	if (!to)
		return shared_data_size(context, connection);
	if (own) {
		diag_report(diag, DIAG_DATAPORT_SIZE, to->range,
			    "connection '%s' has a size of its own; '%s' would be a second one",
			    connection->name, to->name);
		diag_note(diag, own->range, "the connection's is set here");
		return 0;
	}
	if (to->value.kind != ADL_VALUE_INTEGER || to->value.as.integer < PAGE_SIZE ||
	    to->value.as.integer % PAGE_SIZE || to->value.as.integer > (adl_integer)1 << 46) {
		diag_report(diag, DIAG_DATAPORT_SIZE, to->range,
			    "'%s' is not a positive multiple of the page size, %d bytes", to->name,
			    PAGE_SIZE);
		return 0;
	}
	return (uint64_t)to->value.as.integer;
}

static unsigned id_of(const struct connector_context *context, const struct assembly_end *end)
{
	const struct assembly_attribute *id = connector_setting(context, end, "id");
	if (!id)
		return 0;
	if (id->value.kind == ADL_VALUE_INTEGER && id->value.as.integer >= 0 &&
	    id->value.as.integer <= UINT32_MAX)
		return (unsigned)id->value.as.integer;
	diag_report(context->compilation->diag, DIAG_ATTRIBUTE_RANGE, id->range,
		    "'%s' of instance '%s' is not a whole number of 32 bits", id->name, end->instance->name);
	return 0;
}

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	uint64_t size = size_of(context, connection);
	if (!size)
		return;
	struct model_region *region = shared_data_join(context, connection, size,
						       "a dataport is shared memory; capabilities to its "
						       "frames are nothing a protection domain holds");
	shared_data_place(context, connection, region);
	for (size_t i = 0; i < connector_end_count(connection); i++) {
		const struct assembly_end *end = connector_end(connection, i);
		struct model_binding *binding = connector_binding(context, end);
		binding->has_caps = true;
		binding->id = id_of(context, end);
		shared_data_set_cached(context, end, region, "hardware_cached");
	}
}

const struct connector connector_shared_data_with_caps = {
	.name = "seL4SharedDataWithCaps",
	.meaning = "a dataport's memory, mapped at every end, with a description of it",
	.kind = ADL_END_DATAPORT,
	.lower = lower,
};
