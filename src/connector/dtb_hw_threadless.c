/*
 * seL4DTBHWThreadless: seL4DTBHardwareThreadless with a hardware component as the stand-in.
 */
#include "connector/device_tree.h"

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	device_tree_lower(context, connection, true);
}

const struct connector connector_dtb_hw_threadless = {
	.name = "seL4DTBHWThreadless",
	.meaning = "registers and interrupts of a device-tree node, at the component's notification",
	.kind = ADL_END_EVENT,
	.from_hardware = true,
	.lower = lower,
};
