/*
 * seL4RPCDataportNoThreads: seL4RPCNoThreads and seL4RPCDataport in one.
 */
#include "connector/rpc.h"

const struct connector connector_rpc_dataport_no_threads = {
	.name = "seL4RPCDataportNoThreads",
	.meaning = "seL4RPCNoThreads, with buffers",
	.kind = ADL_END_PROCEDURE,
	.rpc = &(const struct connector_rpc){ .buffers = true, .indices = true },
	.lower = connector_rpc_lower,
};
