/*
 * What the connectors of events share: a channel for each pair of an emitter and a consumer in another
 * protection domain, and a row of the emitter's for a consumer of its own component.
 */
#ifndef CONNECTOR_EVENT_H
#define CONNECTOR_EVENT_H

#include "connector/connector.h"

struct event_joint {
	const struct assembly_connection *connection;
	const struct assembly_end *from, *to;
};

/* Joins one pair, whose bindings have their kinds already; BADGE is what a notification gets. */
void event_join_pair(struct connector_context *context, const struct event_joint *joint, uint64_t badge);

/*
 * Joins all pairs of a connection; the bindings of the ends have their kinds already. BADGE says which badge
 * a notification has that the pair's emitter raises; NULL: the consumers are plain events.
 */
void event_join(struct connector_context *context, const struct assembly_connection *connection,
		uint64_t (*badge)(struct connector_context *context, const struct event_joint *joint));

#endif
