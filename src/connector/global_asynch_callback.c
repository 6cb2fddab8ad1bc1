/*
 * seL4GlobalAsynchCallback: seL4GlobalAsynch with a thread of the interface's that waits for the component's
 * one notification and calls `<interface>_callback(badge)`. The badge has the bits of all interfaces that
 * were signalled: the thread takes what was meant for others too, as it does under CAmkES.
 */
#include "connector/connector.h"
#include "connector/global_notification.h"

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	global_notification_lower(context, connection, MODEL_NOTIFICATION_CALLBACK);
}

const struct connector connector_global_asynch_callback = {
	.name = "seL4GlobalAsynchCallback",
	.meaning = "an event of the component's one notification, taken by a callback",
	.kind = ADL_END_EVENT,
	.lower = lower,
};
