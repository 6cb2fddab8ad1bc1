/*
 * seL4NotificationQueue: events that are counted, so that none is lost by coming while another is pending.
 *
 * Each consumer shares a word with the emitter, which alone writes it: how many events it has emitted. It
 * adds one, then notifies; a notification is a reason to look and no more. The consumer keeps how many it has
 * taken, and takes one at a time as long as the numbers differ. The word is read once for each decision, and
 * it is only compared, so an emitter that writes nonsense into it costs the consumer an event that did not
 * happen. A consumer in the emitter's own component has the word there.
 */
#include "connector/event.h"

enum { PAGE_SIZE = 4096 };

static void share_counter(struct connector_context *context, const struct assembly_connection *connection,
			  const struct assembly_end *to)
{
	static const unsigned perms[2] = { MODEL_PERM_READ | MODEL_PERM_WRITE, MODEL_PERM_READ };
	struct arena *arena = context->compilation->arena;
	const struct assembly_end *ends[2] = { &connection->from.items[0], to };
	const struct model_map *maps[2];
	connector_share(
		context, ends,
		arena_format(arena, "%s_%s_count", connector_pd(context, to)->name, to->interface->name),
		PAGE_SIZE, perms, maps);
	VEC_PUSH(arena, &connector_binding(context, ends[0])->counters, maps[0]);
	VEC_PUSH(arena, &connector_binding(context, to)->counters, maps[1]);
}

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	const struct assembly_end *from = &connection->from.items[0];
	struct model_binding *emit = connector_binding(context, from);
	emit->kind = MODEL_BINDING_EMIT;
	emit->is_counted = true;
	for (size_t i = 0; i < connection->to.count; i++) {
		struct model_binding *wait = connector_binding(context, &connection->to.items[i]);
		wait->kind = MODEL_BINDING_WAIT;
		wait->is_counted = true;
	}
	event_join(context, connection, NULL);
	for (size_t i = 0; i < connection->to.count; i++)
		if (connector_pd(context, from) != connector_pd(context, &connection->to.items[i]))
			share_counter(context, connection, &connection->to.items[i]);
}

const struct connector connector_notification_queue = {
	.name = "seL4NotificationQueue",
	.meaning = "events from an emitter to consumers, each of which is taken once",
	.kind = ADL_END_EVENT,
	.lower = lower,
};
