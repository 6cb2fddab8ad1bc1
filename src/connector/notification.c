/*
 * seL4Notification: events from an emitter to consumers.
 *
 * In CAmkES each consumer has a notification object; an emit signals each of them and never blocks, and
 * unread emits coalesce. On the Core Platform each pair of emitter and consumer has a channel: the emitter
 * notifies it, and the consumer's protection domain gets the channel's bit in its notification word, where
 * unread notifications coalesce in the same way. Taking the event (callback, wait, poll) is the runtime's
 * work.
 *
 * A consumer in the emitter's own component needs no channel (the Core Platform's manual has no channel from
 * a protection domain to itself): the emitter's binding names the consumer's, and the runtime raises it.
 */
#include "connector/connector.h"

static void note(const struct connector_context *context, const struct assembly_connection *connection,
		 const struct assembly_end *from, const struct assembly_end *to, const char *became,
		 const char *why)
{
	connector_note(context,
		       (struct model_note){
			       .construct = arena_format(context->compilation->arena,
							 "connection seL4Notification %s (%s -> %s)",
							 connection->name, connector_end_name(context, from),
							 connector_end_name(context, to)),
			       .became = became,
			       .why = why,
			       .section = "CAmkES Interfaces and channels",
			       .range = connection->range,
		       });
}

static void join_locally(struct connector_context *context, const struct assembly_connection *connection,
			 const struct assembly_end *from, const struct assembly_end *to)
{
	struct arena *arena = context->compilation->arena;
	const struct model_component *component = connector_pd(context, to)->component;
	struct model_binding *emit = connector_binding(context, from), *wait = connector_binding(context, to);
	VEC_PUSH(arena, &emit->local, (unsigned)(wait - component->bindings.items));
	note(context, connection, from, to,
	     arena_format(arena, "an event inside `%s`", connector_pd(context, to)->name),
	     "both ends are in one component, so no other protection domain is involved");
}

static void join_by_channel(struct connector_context *context, const struct assembly_connection *connection,
			    const struct assembly_end *from, const struct assembly_end *to)
{
	struct arena *arena = context->compilation->arena;
	struct model_pd *from_pd = connector_pd(context, from), *to_pd = connector_pd(context, to);
	struct model_channel *channel =
		model_channel_add(context->compilation, context->model, from_pd, to_pd);
	channel->range = connection->range;
	channel->ends[0].range = from->range;
	channel->ends[1].range = to->range;
	VEC_PUSH(arena, &connector_binding(context, from)->channels, channel->ends[0].id);
	VEC_PUSH(arena, &connector_binding(context, to)->channels, channel->ends[1].id);
	note(context, connection, from, to,
	     arena_format(arena, "a channel: `%s` id %u, `%s` id %u", from_pd->name, channel->ends[0].id,
			  to_pd->name, channel->ends[1].id),
	     "an event is a notification; the consumer's protection domain takes it in its event loop");
}

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	for (size_t i = 0; i < connection->from.count; i++)
		connector_binding(context, &connection->from.items[i])->kind = MODEL_BINDING_EMIT;
	for (size_t i = 0; i < connection->to.count; i++)
		connector_binding(context, &connection->to.items[i])->kind = MODEL_BINDING_WAIT;
	for (size_t i = 0; i < connection->from.count; i++)
		for (size_t j = 0; j < connection->to.count; j++) {
			const struct assembly_end *from = &connection->from.items[i],
						  *to = &connection->to.items[j];
			bool local = connector_pd(context, from) == connector_pd(context, to);
			(local ? join_locally : join_by_channel)(context, connection, from, to);
		}
}

const struct connector connector_notification = {
	.name = "seL4Notification",
	.meaning = "events from an emitter to consumers, over a channel each",
	.kind = ADL_END_EVENT,
	.lower = lower,
};
