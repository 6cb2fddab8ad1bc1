/*
 * seL4PicoServer: seL4RPCDataportNoThreads under the name that network stacks have.
 */
#include "connector/rpc.h"

const struct connector connector_rpc_pico_server = {
	.name = "seL4PicoServer",
	.meaning = "calls of a network stack, with buffers",
	.kind = ADL_END_PROCEDURE,
	.rpc = &(const struct connector_rpc){ .buffers = true, .indices = true },
	.lower = connector_rpc_lower,
};
