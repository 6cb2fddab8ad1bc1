/*
 * seL4GlobalAsynch: an event that signals the consuming component's one notification, with a bit of its own
 * in the badge. The component has no thread for it: it waits for all of its interfaces at once, with
 * seL4_Wait on
 * `<interface>_notification()`, and tells them apart by `<interface>_notification_badge()`. Emitter and
 * consumer are joined by a channel, whose row knows the bit.
 */
#include "connector/connector.h"
#include "connector/global_notification.h"

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	global_notification_lower(context, connection, MODEL_NOTIFICATION_GLOBAL);
}

const struct connector connector_global_asynch = {
	.name = "seL4GlobalAsynch",
	.meaning = "an event that is a bit in the badge of the component's one notification",
	.kind = ADL_END_EVENT,
	.lower = lower,
};
