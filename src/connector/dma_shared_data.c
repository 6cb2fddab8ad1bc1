/*
 * seL4DMASharedData: memory that devices can reach, mapped at every end.
 *
 * The end that the connection's `controller` names ("instance.interface") hands out parts of it by
 * camkes_dma_alloc; at every end camkes_dma_get_paddr knows its physical address, and <interface>_wrap_ptr
 * and _unwrap_ptr carry pointers into it from one end to another. `paddr` of the connection fixes where it
 * is; else the Core Platform's tool chooses, and says so to both sides by variables that it patches. Each end
 * maps it cached, unless its <interface>_cached is false.
 */
#include "connector/shared_data.h"

#include <string.h>

/* The end that `controller` names; NULL: there is none, or after an error. */
static const struct assembly_end *find_controller(const struct connector_context *context,
						  const struct assembly_connection *connection)
{
	const struct assembly_attribute *controller =
		assembly_connection_setting(connection, context->compilation, "controller");
	if (!controller)
		return NULL;
	bool is_text = controller->value.kind == ADL_VALUE_STRING;
	for (size_t i = 0; is_text && i < connector_end_count(connection); i++) {
		const struct assembly_end *end = connector_end(connection, i);
		if (!strcmp(connector_end_name(context, end), controller->value.as.string))
			return end;
	}
	diag_report(context->compilation->diag, DIAG_DMA_CONTROLLER, controller->range,
		    "'controller' of connection '%s' is not one of its ends, as in \"%s\"", connection->name,
		    connector_end_name(context, connector_end(connection, 0)));
	return NULL;
}

static void add_pool(struct connector_context *context, const struct assembly_end *end, bool hands_out)
{
	const struct model_binding *binding = connector_binding(context, end);
	connector_add_dma(
		context, connector_pd(context, end),
		(struct model_dma){ .map = binding->map,
				    .physical = arena_format(context->compilation->arena,
							     "causeway_g_%s_physical", binding->interface),
				    .interface = binding->interface,
				    .hands_out = hands_out });
}

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	uint64_t size = shared_data_size(context, connection);
	if (!size)
		return;
	const struct assembly_end *controller = find_controller(context, connection);
	struct model_region *region = shared_data_join(context, connection, size,
						       "shared memory whose physical address both ends get "
						       "from the tool; the controller's DMA allocator "
						       "hands out parts of it");
	shared_data_place(context, connection, region);
	for (size_t i = 0; i < connector_end_count(connection); i++) {
		const struct assembly_end *end = connector_end(connection, i);
		shared_data_set_cached(context, end, region, "cached");
		if (connector_binding(context, end)->map)
			add_pool(context, end, end == controller);
	}
}

const struct connector connector_dma_shared_data = {
	.name = "seL4DMASharedData",
	.meaning = "memory that devices can reach, mapped at every end; one end hands out parts of it",
	.kind = ADL_END_DATAPORT,
	.lower = lower,
};
