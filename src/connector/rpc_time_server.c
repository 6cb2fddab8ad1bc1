/*
 * seL4TimeServer: seL4RPCCallSignal under the name that time servers have. A signal says that a timer has
 * expired.
 */
#include "connector/rpc.h"

const struct connector connector_rpc_time_server = {
	.name = "seL4TimeServer",
	.meaning = "calls of a time server, and signals back to its callers",
	.kind = ADL_END_PROCEDURE,
	.rpc = &(const struct connector_rpc){ .signals = true },
	.lower = connector_rpc_lower,
};
