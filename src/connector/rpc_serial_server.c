/*
 * seL4SerialServer: seL4RPCDataportSignal under the name that serial servers have. Input lies in the client's
 * buffer; a signal says that there is some.
 */
#include "connector/rpc.h"

const struct connector connector_rpc_serial_server = {
	.name = "seL4SerialServer",
	.meaning = "calls of a serial server, with buffers and signals",
	.kind = ADL_END_PROCEDURE,
	.rpc = &(const struct connector_rpc){ .signals = true, .buffers = true },
	.lower = connector_rpc_lower,
};
