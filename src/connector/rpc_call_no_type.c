/*
 * seL4RPCCallNoType: seL4RPCCall, where each client may have a procedure of its own.
 *
 * In CAmkES the server tells by the badge which procedure a client has. Here the server's procedure has all
 * methods of its clients' (connector/rpc.c checks that), and a client's functions name a method by its place
 * there.
 */
#include "connector/rpc.h"

const struct connector connector_rpc_call_no_type = {
	.name = "seL4RPCCallNoType",
	.meaning = "calls of clients with different procedures, all of whose methods the server has",
	.kind = ADL_END_PROCEDURE,
	.rpc = &(const struct connector_rpc){ .signals = false },
	.lower = connector_rpc_lower,
};
