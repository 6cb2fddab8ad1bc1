/*
 * seL4NotificationNative: one notification of a consumer that its threads wait for themselves: no thread of
 * the interface's takes it from the kernel first, so there are no callbacks, and signals that come while
 * nobody waits are one. All emitters signal with the same badge.
 */
#include "connector/event.h"

enum { BADGE = 0xbad1dea };

static uint64_t badge_of(struct connector_context *context, const struct event_joint *joint)
{
	(void)context;
	(void)joint;
	return BADGE;
}

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	for (size_t i = 0; i < connection->from.count; i++)
		connector_binding(context, &connection->from.items[i])->kind = MODEL_BINDING_EMIT;
	struct model_binding *to = connector_binding(context, &connection->to.items[0]);
	to->kind = MODEL_BINDING_NOTIFICATION;
	to->form = MODEL_NOTIFICATION_NATIVE;
	event_join(context, connection, badge_of);
}

const struct connector connector_notification_native = {
	.name = "seL4NotificationNative",
	.meaning = "a notification that the consumer's threads wait for or poll themselves",
	.kind = ADL_END_EVENT,
	.lower = lower,
};
