/*
 * seL4GlobalAsynchCallback: seL4GlobalAsynch with a thread of the interface's that waits for the component's
 * one notification and calls `<interface>_callback(badge)`. The badge has the bits of all interfaces that
 * were signalled: the thread takes what was meant for others too, as it does under CAmkES.
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
		to->form = MODEL_NOTIFICATION_CALLBACK;
		to->badge = global_notification_badge(context, end);
	}
	event_join(context, connection, badge_of);
}

const struct connector connector_global_asynch_callback = {
	.name = "seL4GlobalAsynchCallback",
	.meaning = "an event of the component's one notification, taken by a callback",
	.kind = ADL_END_EVENT,
	.lower = lower,
};
