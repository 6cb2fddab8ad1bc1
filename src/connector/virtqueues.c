/*
 * seL4VirtQueues: virtqueues between pairs of `from` ends, a driver (VirtQueueDrv) and a device
 * (VirtQueueDev) each; the `to` end is a stand-in, whose <interface>_topology says which ends are a pair.
 *
 * A pair shares memory (<interface>_shmem_size of both) and a channel, over which either notifies the other.
 * In the memory lie, one after the other, the ring of buffers that the driver offers, the ring of those that
 * the device is done with, the descriptors (queue_length of the connection each), and the buffers. A
 * descriptor says where in the memory a buffer is, so addresses do not matter. Who writes an entry of a ring
 * does so before it moves the ring's index on; who sees the index reads the entry after it. The driver alone
 * hands out descriptors and buffers. Neither side believes what the other one wrote: indices and offsets are
 * checked wherever they are used, so a broken peer can spoil the queue and no more.
 *
 * A notification is a bit of the component's one notification, as with all connectors that say
 * from_global_endpoint.
 */
#include "connector/event.h"
#include "connector/global_notification.h"
#include "connector/queue.h"

#include <string.h>

enum { PAGE_SIZE = 4096, DEFAULT_LENGTH = 256, LENGTH_MAX = 32768, DEFAULT_SIZE = 8192 };

#define SIZE_MAX_BYTES ((uint64_t)1 << 32)

static const char *const sides[2] = { "drv", "dev" };

static const char *end_text(const struct connector_context *context, const struct assembly_end *end)
{
	return connector_end_name(context, end);
}

static bool is_driver(const struct assembly_end *end)
{
	return !strcmp(end->interface->declaration->type_name, "VirtQueueDrv");
}

/* ------------------------------------------------------------- settings */

/* The bytes that rings and descriptors of LENGTH entries take, as runtime/camkes/virtqueue_memory.c lays them
 * out. */
static uint64_t rings_size(uint64_t length)
{
	uint64_t available = (4 + 2 * length + 7) & ~(uint64_t)7, used = (4 + 8 * length + 7) & ~(uint64_t)7;
	return available + used + 16 * length;
}

static bool queue_length(const struct connector_context *context,
			 const struct assembly_connection *connection, uint64_t *length)
{
	const struct assembly_attribute *attribute =
		assembly_connection_setting(connection, context->compilation, "queue_length");
	if (!queue_number(context, attribute, DEFAULT_LENGTH, 2, LENGTH_MAX, length))
		return false;
	if (!(*length & (*length - 1)))
		return true;
	diag_report(context->compilation->diag, DIAG_QUEUE, attribute->range,
		    "'queue_length' of connection '%s' is not a power of two", connection->name);
	return false;
}

static bool memory_size(const struct connector_context *context, const struct assembly_end *const pair[2],
			uint64_t length, uint64_t *size)
{
	struct diag *diag = context->compilation->diag;
	uint64_t sizes[2];
	for (int i = 0; i < 2; i++) {
		const struct assembly_attribute *set = connector_setting(context, pair[i], "shmem_size");
		if (!queue_number(context, set, DEFAULT_SIZE, PAGE_SIZE, SIZE_MAX_BYTES, &sizes[i]))
			return false;
		if (sizes[i] % PAGE_SIZE) {
			diag_report(diag, DIAG_QUEUE, set->range,
				    "'%s' is not a multiple of the page size, %d bytes", set->name,
				    PAGE_SIZE);
			return false;
		}
	}
	*size = sizes[0];
	if (sizes[0] != sizes[1])
		diag_report(diag, DIAG_QUEUE, pair[1]->range,
			    "the memory of '%s' and '%s' is one, but <interface>_shmem_size says %llu and "
			    "%llu bytes",
			    end_text(context, pair[0]), end_text(context, pair[1]),
			    (unsigned long long)sizes[0], (unsigned long long)sizes[1]);
	else if (rings_size(length) >= *size)
		diag_report(diag, DIAG_QUEUE, pair[0]->range,
			    "a queue of %llu entries needs %llu bytes before its buffers; "
			    "<interface>_shmem_size of '%s' "
			    "is %llu",
			    (unsigned long long)length, (unsigned long long)rings_size(length),
			    end_text(context, pair[0]), (unsigned long long)*size);
	return sizes[0] == sizes[1] && rings_size(length) < *size;
}

static bool is_virtqueue_of(const struct assembly_interface *interface)
{
	return interface->connection && interface->connection->type->name.text &&
	       !strcmp(interface->connection->type->name.text, connector_virtqueues.name);
}

/* Ids that are not set are the next free ones from 0 on, in the order of the connections. */
struct numbering {
	bool taken[QUEUE_ID_MAX + 1];
	unsigned next;
};

static void take_set_ids(const struct connector_context *context, const struct assembly_instance *instance,
			 struct numbering *numbering)
{
	for (size_t i = 0; i < instance->interfaces.count; i++) {
		const struct assembly_interface *interface = instance->interfaces.items[i];
		if (!is_virtqueue_of(interface))
			continue;
		const struct assembly_attribute *set = assembly_instance_setting(
			instance, context->compilation,
			arena_format(context->compilation->arena, "%s_id", interface->name));
		if (set && set->value.kind == ADL_VALUE_INTEGER && set->value.as.integer >= 0 &&
		    set->value.as.integer <= QUEUE_ID_MAX)
			numbering->taken[(int)set->value.as.integer] = true;
	}
}

static unsigned next_id(struct numbering *numbering)
{
	while (numbering->next < QUEUE_ID_MAX && numbering->taken[numbering->next])
		numbering->next++;
	return numbering->next++;
}

static bool queue_id(const struct connector_context *context, const struct assembly_end *end, uint64_t *id)
{
	const struct assembly_attribute *set = connector_setting(context, end, "id");
	if (set)
		return queue_number(context, set, 0, 0, QUEUE_ID_MAX, id);
	struct numbering numbering = { 0 };
	take_set_ids(context, end->instance, &numbering);
	for (size_t i = 0; i < context->assembly->connections.count; i++) {
		const struct assembly_connection *connection = context->assembly->connections.items[i];
		for (size_t j = 0; j < connection->from.count; j++) {
			const struct assembly_end *other = &connection->from.items[j];
			if (other->instance != end->instance || !is_virtqueue_of(other->interface) ||
			    connector_setting(context, other, "id"))
				continue;
			*id = next_id(&numbering);
			if (other->interface == end->interface)
				return true;
		}
	}
	return false;
}

/* ---------------------------------------------------------------- pairs */

static void set_end(struct connector_context *context, const struct assembly_end *end,
		    const struct assembly_end *other, const struct model_queue *shared)
{
	struct model_binding *binding = connector_binding(context, end),
			     *peer = connector_binding(context, other);
	struct model_queue *queue = ARENA_NEW(context->compilation->arena, struct model_queue);
	uint64_t id = 0;
	if (!queue_id(context, end, &id) || !queue_id_is_free(context, end, MODEL_BINDING_VIRTQUEUE, id))
		return;
	*queue = *shared;
	queue->id = (unsigned)id;
	queue->is_driver = is_driver(end);
	if (connector_pd(context, end) == connector_pd(context, other))
		queue->peer = (unsigned)(peer - connector_pd(context, end)->component->bindings.items);
	binding->kind = MODEL_BINDING_VIRTQUEUE;
	binding->queue = queue;
	binding->badge = global_notification_badge(context, end);
}

/* PAIR: driver, device. */
static void join(struct connector_context *context, const struct assembly_connection *connection,
		 const struct assembly_end *const pair[2])
{
	static const unsigned perms[2] = { MODEL_PERM_READ | MODEL_PERM_WRITE,
					   MODEL_PERM_READ | MODEL_PERM_WRITE };
	struct model_queue shared = { 0 };
	if (!queue_length(context, connection, &shared.length) ||
	    !memory_size(context, pair, shared.length, &shared.size))
		return;
	for (int i = 0; i < 2; i++)
		set_end(context, pair[i], pair[1 - i], &shared);
	event_join_pair(context, &(struct event_joint){ connection, pair[0], pair[1] }, 0);
	if (connector_pd(context, pair[0]) == connector_pd(context, pair[1])) {
		event_join_pair(context, &(struct event_joint){ connection, pair[1], pair[0] }, 0);
		return;
	}
	const struct model_map *maps[2];
	connector_share(context, pair,
			arena_format(context->compilation->arena, "%s_%s_queue",
				     connector_pd(context, pair[0])->name, pair[0]->interface->name),
			shared.size, perms, maps);
	for (int i = 0; i < 2; i++)
		connector_binding(context, pair[i])->map = maps[i];
}

static const struct assembly_end *find_end(const struct connector_context *context,
					   const struct assembly_connection *connection, const char *name)
{
	for (size_t i = 0; i < connection->from.count; i++)
		if (!strcmp(connector_end_name(context, &connection->from.items[i]), name))
			return &connection->from.items[i];
	return NULL;
}

/* The end that one entry of the topology has under "drv" or "dev". NULL after an error that was reported. */
static const struct assembly_end *entry_end(const struct connector_context *context,
					    const struct assembly_connection *connection,
					    const struct adl_value *entry, int side)
{
	const struct adl_value *value =
		entry->kind == ADL_VALUE_DICT ? adl_dict_find(entry->as.dict, sides[side]) : NULL;
	const char *name = value && value->kind == ADL_VALUE_STRING ? value->as.string : NULL;
	const struct assembly_end *end = name ? find_end(context, connection, name) : NULL;
	if (end && is_driver(end) == (side == 0))
		return end;
	diag_report(context->compilation->diag, DIAG_QUEUE, entry->range,
		    "'%s' in an entry of a topology is the name of a %s end of connection '%s' ({\"drv\": "
		    "\"instance.interface\", \"dev\": \"instance.interface\"})",
		    sides[side], side ? "VirtQueueDev" : "VirtQueueDrv", connection->name);
	return NULL;
}

static void join_as_said(struct connector_context *context, const struct assembly_connection *connection,
			 const struct adl_list *topology)
{
	for (size_t i = 0; i < topology->items.count; i++) {
		const struct adl_value *entry = &topology->items.items[i];
		const struct assembly_end *pair[2];
		bool ok = true;
		for (int side = 0; side < 2; side++) {
			pair[side] = entry_end(context, connection, entry, side);
			ok &= pair[side] != NULL;
		}
		for (int side = 0; ok && side < 2; side++)
			if (connector_binding(context, pair[side])->queue) {
				diag_report(context->compilation->diag, DIAG_QUEUE, entry->range,
					    "'%s' is in two entries of the topology",
					    connector_end_name(context, pair[side]));
				ok = false;
			}
		if (ok)
			join(context, connection, pair);
	}
}

static void join_only_pair(struct connector_context *context, const struct assembly_connection *connection)
{
	const struct assembly_end *ends = connection->from.items;
	if (connection->from.count == 2 && is_driver(&ends[0]) != is_driver(&ends[1])) {
		const struct assembly_end *pair[2] = { &ends[0], &ends[1] };
		if (!is_driver(&ends[0])) {
			pair[0] = &ends[1];
			pair[1] = &ends[0];
		}
		join(context, connection, pair);
		return;
	}
	diag_report(context->compilation->diag, DIAG_QUEUE, connection->range,
		    "connection '%s' does not have one driver (VirtQueueDrv) and one device (VirtQueueDev); "
		    "'%s_topology' of '%s' says which of more are pairs",
		    connection->name, connection->to.items[0].interface->name,
		    connection->to.items[0].instance->name);
}

static bool check_types(const struct connector_context *context, const struct assembly_connection *connection)
{
	bool ok = true;
	for (size_t i = 0; i < connection->from.count; i++) {
		const struct assembly_end *end = &connection->from.items[i];
		if (is_driver(end) || !strcmp(end->interface->declaration->type_name, "VirtQueueDev"))
			continue;
		diag_report(context->compilation->diag, DIAG_QUEUE, end->range,
			    "'%s' is neither a VirtQueueDrv nor a VirtQueueDev",
			    connector_end_name(context, end));
		ok = false;
	}
	return ok;
}

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	unsigned errors = diag_error_count(context->compilation->diag);
	const struct assembly_attribute *topology =
		connector_setting(context, &connection->to.items[0], "topology");
	if (!check_types(context, connection))
		return;
	if (topology && topology->value.kind == ADL_VALUE_LIST && topology->value.as.list->items.count)
		join_as_said(context, connection, topology->value.as.list);
	else
		join_only_pair(context, connection);
	for (size_t i = 0;
	     i < connection->from.count && diag_error_count(context->compilation->diag) == errors; i++)
		if (!connector_binding(context, &connection->from.items[i])->queue)
			diag_report(context->compilation->diag, DIAG_QUEUE, connection->from.items[i].range,
				    "the topology of connection '%s' has no entry for '%s'", connection->name,
				    connector_end_name(context, &connection->from.items[i]));
}

const struct connector connector_virtqueues = {
	.name = "seL4VirtQueues",
	.meaning = "virtqueues between pairs of a driver and a device",
	.kind = ADL_END_PROCEDURE,
	.waits = true,
	.lower = lower,
};
