/*
 * seL4Notification: events from an emitter to consumers.
 *
 * In CAmkES each consumer has a notification object; an emit signals each of them and never blocks, and
 * unread emits coalesce. On the Core Platform each pair of emitter and consumer has a channel: the emitter
 * notifies it, and the consumer's protection domain gets the channel's bit in its notification word, where
 * unread notifications coalesce in the same way. Taking the event (callback, wait, poll) is the runtime's
 * work.
 */
#include "connector/event.h"

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	for (size_t i = 0; i < connection->from.count; i++)
		connector_binding(context, &connection->from.items[i])->kind = MODEL_BINDING_EMIT;
	for (size_t i = 0; i < connection->to.count; i++)
		connector_binding(context, &connection->to.items[i])->kind = MODEL_BINDING_WAIT;
	event_join(context, connection, NULL);
}

const struct connector connector_notification = {
	.name = "seL4Notification",
	.meaning = "events from an emitter to consumers, over a channel each",
	.kind = ADL_END_EVENT,
	.lower = lower,
};
