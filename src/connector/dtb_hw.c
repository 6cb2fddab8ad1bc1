/*
 * seL4DTBHW: seL4DTBHardware with a hardware component as the stand-in.
 */
#include "connector/device_tree.h"

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	device_tree_lower(context, connection, false);
}

const struct connector connector_dtb_hw = {
	.name = "seL4DTBHW",
	.meaning = "registers and interrupts of a device-tree node",
	.kind = ADL_END_EVENT,
	.from_hardware = true,
	.lower = lower,
};
