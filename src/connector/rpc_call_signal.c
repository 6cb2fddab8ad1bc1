/*
 * seL4RPCCallSignal: calls, and a signal from the server to each client.
 *
 * In CAmkES the server signals the notification that the client component has for all connectors of this kind
 * (its global endpoint); the client waits for it with seL4_Wait or polls it, and tells who signalled by the
 * badge. Here a signal is a notification on a channel, which the client's runtime adds to that word of
 * badges.
 */
#include "connector/rpc.h"

const struct connector connector_rpc_call_signal = {
	.name = "seL4RPCCallSignal",
	.meaning = "calls, and signals back to the callers",
	.kind = ADL_END_PROCEDURE,
	.rpc = &(const struct connector_rpc){ .signals = true },
	.lower = connector_rpc_lower,
};
