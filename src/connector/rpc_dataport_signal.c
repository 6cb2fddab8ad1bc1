/*
 * seL4RPCDataportSignal: seL4RPCDataport and seL4RPCCallSignal in one.
 */
#include "connector/rpc.h"

const struct connector connector_rpc_dataport_signal = {
	.name = "seL4RPCDataportSignal",
	.meaning = "calls, buffers, and signals back to the callers",
	.kind = ADL_END_PROCEDURE,
	.rpc = &(const struct connector_rpc){ .signals = true, .buffers = true },
	.lower = connector_rpc_lower,
};
