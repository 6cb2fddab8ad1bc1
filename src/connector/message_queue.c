/*
 * seL4MessageQueue: messages of one size from a sender to a receiver, which wait in a queue until it takes
 * them.
 *
 * It is a virtqueue in the memory of a dataport, whose type is a message: the sender offers buffers with
 * messages, the receiver gives them back when it has copied them out. A send notifies the receiver over a
 * channel and never waits; it fails where all buffers are on their way (queue_size of the connection is how
 * many can be). Each end knows its queue by its <interface>_id, and uses <camkes/msgqueue.h>.
 */
#include "connector/event.h"
#include "connector/queue.h"
#include "connector/shared_data.h"

enum { DEFAULT_LENGTH = 128, LENGTH_MAX = 16384 };

static bool has_one_each(const struct connector_context *context,
			 const struct assembly_connection *connection)
{
	if (connection->from.count == 1 && connection->to.count == 1)
		return true;
	diag_report(context->compilation->diag, DIAG_QUEUE, connection->range,
		    "connection '%s' has %zu senders and %zu receivers; a queue of messages has one each",
		    connection->name, connection->from.count, connection->to.count);
	return false;
}

static bool queue_id(const struct connector_context *context, const struct assembly_end *end, uint64_t *id)
{
	const struct assembly_attribute *set = connector_setting(context, end, "id");
	if (set)
		return queue_number(context, set, 0, 0, QUEUE_ID_MAX, id);
	diag_report(context->compilation->diag, DIAG_QUEUE, end->range,
		    "'%s_id' of instance '%s' is not set: the number by which <camkes/msgqueue.h> knows the "
		    "queue there",
		    end->interface->name, end->instance->name);
	return false;
}

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	const struct assembly_attribute *length =
		assembly_connection_setting(connection, context->compilation, "queue_size");
	struct model_queue shared = { 0 };
	if (!has_one_each(context, connection) ||
	    !queue_number(context, length, DEFAULT_LENGTH, 1, LENGTH_MAX, &shared.length))
		return;
	if (shared.length & (shared.length - 1)) {
		diag_report(context->compilation->diag, DIAG_QUEUE, length->range,
			    "'queue_size' of connection '%s' is not a power of two", connection->name);
		return;
	}
	shared.size = shared_data_size(context, connection);
	if (!shared.size)
		return;
	shared_data_join(context, connection, shared.size,
			 "a queue of messages lies in shared memory; who sends notifies the receiver");
	for (size_t i = 0; i < 2; i++) {
		const struct assembly_end *end = connector_end(connection, i);
		struct model_binding *binding = connector_binding(context, end);
		struct model_queue *queue = ARENA_NEW(context->compilation->arena, struct model_queue);
		uint64_t id;
		if (!queue_id(context, end, &id) ||
		    !queue_id_is_free(context, end, MODEL_BINDING_MESSAGES, id))
			continue;
		if (binding->map && !(binding->map->perms & MODEL_PERM_WRITE)) {
			diag_report(context->compilation->diag, DIAG_QUEUE, end->range,
				    "'%s' cannot be to read only: either end of a queue writes, too",
				    connector_end_name(context, end));
			continue;
		}
		*queue = shared;
		queue->is_driver = i == 0;
		queue->id = (unsigned)id;
		binding->kind = MODEL_BINDING_MESSAGES;
		binding->queue = queue;
	}
	event_join(context, connection, NULL);
}

const struct connector connector_message_queue = {
	.name = "seL4MessageQueue",
	.meaning = "messages of one size, which wait in a queue until the receiver takes them",
	.kind = ADL_END_DATAPORT,
	.waits = true,
	.lower = lower,
};
