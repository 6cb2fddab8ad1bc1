/*
 * The one notification that a component has for all connectors which signal it directly (CAmkES: its global
 * endpoint).
 */
#ifndef CONNECTOR_GLOBAL_NOTIFICATION_H
#define CONNECTOR_GLOBAL_NOTIFICATION_H

#include "connector/connector.h"

/*
 * The badge of the next end that signals END's component: one more bit of its attribute global_endpoint_mask,
 * together with global_endpoint_base. 0 after an error that was reported. The component has a notification
 * from then on.
 */
uint64_t global_notification_badge(struct connector_context *context, const struct assembly_end *end);

/* Lowers a connection whose consumers are told by a bit of that badge, and take it as FORM says. */
void global_notification_lower(struct connector_context *context,
			       const struct assembly_connection *connection,
			       enum model_notification_form form);

#endif
