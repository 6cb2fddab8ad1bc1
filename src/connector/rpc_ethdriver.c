/*
 * seL4Ethdriver: seL4RPCDataportSignal, where the driver also knows the MAC address of each client, which is
 * the client's attribute `<interface>_mac`.
 */
#include "connector/rpc.h"

const struct connector connector_rpc_ethdriver = {
	.name = "seL4Ethdriver",
	.meaning = "calls of an Ethernet driver, with buffers, signals and MAC addresses",
	.kind = ADL_END_PROCEDURE,
	.rpc = &(const struct connector_rpc){ .signals = true, .buffers = true, .macs = true },
	.lower = connector_rpc_lower,
};
