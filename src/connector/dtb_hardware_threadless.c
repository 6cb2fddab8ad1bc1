/*
 * seL4DTBHardwareThreadless: registers and interrupts of a device-tree node (device_tree.c). Interrupts add
 * bits to the component's one notification, as with seL4GlobalAsynchHardwareInterrupt.
 */
#include "connector/device_tree.h"

static void lower(struct connector_context *context, const struct assembly_connection *connection)
{
	device_tree_lower(context, connection, true);
}

const struct connector connector_dtb_hardware_threadless = {
	.name = "seL4DTBHardwareThreadless",
	.meaning = "registers and interrupts of a device-tree node, at the component's notification",
	.kind = ADL_END_EVENT,
	.lower = lower,
};
