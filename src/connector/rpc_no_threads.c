/*
 * seL4RPCNoThreads: calls without a thread of the interface's own.
 *
 * In CAmkES the server's loop receives from the one endpoint of the component and hands the message on
 * (`<interface>_handle_message`). Here a strand serves the interface, which takes turns with the component's
 * loop: it runs while that waits. Who calls is told by its place among the callers.
 */
#include "connector/rpc.h"

const struct connector connector_rpc_no_threads = {
	.name = "seL4RPCNoThreads",
	.meaning = "calls that CAmkES serves from the component's own loop",
	.kind = ADL_END_PROCEDURE,
	.rpc = &(const struct connector_rpc){ .indices = true },
	.lower = connector_rpc_lower,
};
