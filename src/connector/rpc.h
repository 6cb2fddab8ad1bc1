/*
 * What all connectors of procedures share. Each of them is a file with its own protocol; the difference is a
 * row of features.
 */
#ifndef CONNECTOR_RPC_H
#define CONNECTOR_RPC_H

#include "connector/connector.h"

/* The `lower` of connectors that carry calls and nothing else. */
void connector_rpc_lower(struct connector_context *context, const struct assembly_connection *connection);

#endif
