/*
 * seL4RPCCall: calls from any number of clients to one server.
 *
 * In CAmkES a thread of the server receives from an endpoint, on which each client has a badge of its own,
 * and replies through a reply capability; arguments are copied through IPC buffers. Here each client has a
 * channel to the server (or none, where both are in one component), so that who calls is known by the
 * channel. What goes over it is connector/rpc.c's.
 */
#include "connector/rpc.h"

const struct connector connector_rpc_call = {
	.name = "seL4RPCCall",
	.meaning = "calls from clients to a server",
	.kind = ADL_END_PROCEDURE,
	.rpc = &(const struct connector_rpc){ .signals = false },
	.lower = connector_rpc_lower,
};
