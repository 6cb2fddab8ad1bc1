/*
 * seL4GlobalAsynch: an event that signals the consuming component's one notification, with a bit of its own
 * in the badge. The component has no thread for it: it waits for all of its interfaces at once, with
 * seL4_Wait on
 * `<interface>_notification()`, and tells them apart by `<interface>_notification_badge()`. Emitter and
 * consumer are joined by a channel, whose row knows the bit.
 */
#include "connector/event.h"
#include "connector/global_notification.h"

static uint64_t badge_of(struct connector_context *context, const struct event_joint *joint)
{
	return connector_binding(context, joint->to)->badge;
}

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	for (size_t i = 0; i < connection->from.count; i++)
		connector_binding(context, &connection->from.items[i])->kind = MODEL_BINDING_EMIT;
	for (size_t i = 0; i < connection->to.count; i++) {
		const struct assembly_end *end = &connection->to.items[i];
		struct model_binding *to = connector_binding(context, end);
		to->kind = MODEL_BINDING_NOTIFICATION;
		to->form = MODEL_NOTIFICATION_GLOBAL;
		to->badge = global_notification_badge(context, end);
	}
	event_join(context, connection, badge_of);
}

const struct connector connector_global_asynch = {
	.name = "seL4GlobalAsynch",
	.meaning = "an event that is a bit in the badge of the component's one notification",
	.kind = ADL_END_EVENT,
	.lower = lower,
};
