/*
 * Devices out of device trees: what the four connectors of them share.
 */
#ifndef CONNECTOR_DEVICE_TREE_H
#define CONNECTOR_DEVICE_TREE_H

#include "connector/connector.h"

/* Gives each `to` end the device of its query; GLOBAL: interrupts add bits to the component's one
 * notification. */
void device_tree_lower(struct connector_context *context, const struct assembly_connection *connection,
		       bool global);

#endif
