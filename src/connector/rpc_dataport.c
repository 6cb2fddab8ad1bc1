/*
 * seL4RPCDataport: calls, and for each client a buffer that it shares with the server alone.
 *
 * The buffer is for the components to use as their procedure says (a read() leaves its data there); messages
 * do not go through it. Its size is the client's `<interface>_shmem_size`.
 */
#include "connector/rpc.h"

const struct connector connector_rpc_dataport = {
	.name = "seL4RPCDataport",
	.meaning = "calls, and a buffer that each caller shares with the server",
	.kind = ADL_END_PROCEDURE,
	.rpc = &(const struct connector_rpc){ .buffers = true },
	.lower = connector_rpc_lower,
};
