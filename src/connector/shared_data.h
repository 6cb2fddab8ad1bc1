/*
 * The size of dataports, for connectors that use one.
 */
#ifndef CONNECTOR_SHARED_DATA_H
#define CONNECTOR_SHARED_DATA_H

#include "connector/connector.h"

/* Bytes; 0 after an error that was reported. */
uint64_t shared_data_size(const struct connector_context *context,
			  const struct assembly_connection *connection);

#endif
