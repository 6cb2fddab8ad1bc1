/*
 * seL4PicoServerSignal: seL4RPCCallSignal, which in CAmkES the server takes from its one endpoint for all
 * interfaces. Here a strand serves it, as any other; who calls is told by its place among the callers.
 */
#include "connector/rpc.h"

const struct connector connector_rpc_pico_server_signal = {
	.name = "seL4PicoServerSignal",
	.meaning = "calls of a network stack, and signals back to its callers",
	.kind = ADL_END_PROCEDURE,
	.rpc = &(const struct connector_rpc){ .signals = true, .indices = true },
	.lower = connector_rpc_lower,
};
