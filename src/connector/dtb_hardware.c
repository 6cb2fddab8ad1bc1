/*
 * seL4DTBHardware: registers and interrupts of a device-tree node (device_tree.c), handled by the interface's
 * thread. `from` is a stand-in interface of the same component.
 */
#include "connector/device_tree.h"

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	device_tree_lower(context, connection, false);
}

const struct connector connector_dtb_hardware = {
	.name = "seL4DTBHardware",
	.meaning = "registers and interrupts of a device-tree node",
	.kind = ADL_END_EVENT,
	.lower = lower,
};
