/*
 * seL4RPCOverMultiSharedData: calls whose messages may be as long as the client's `<interface>_shmem_size`.
 *
 * In CAmkES their data goes through the memory that client and server share, instead of IPC buffers. Here
 * that is what every connector of procedures does with long messages, and the size is all that is different.
 */
#include "connector/rpc.h"

const struct connector connector_rpc_over_shared_data = {
	.name = "seL4RPCOverMultiSharedData",
	.meaning = "calls whose messages are as long as the caller's buffer",
	.kind = ADL_END_PROCEDURE,
	.rpc = &(const struct connector_rpc){ .buffers = true, .sized_messages = true },
	.lower = connector_rpc_lower,
};
