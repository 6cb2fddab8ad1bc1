/*
 * Settings of hardware components' interfaces, for connectors that join one.
 */
#ifndef CONNECTOR_HARDWARE_H
#define CONNECTOR_HARDWARE_H

#include "connector/connector.h"

/* Its value, a number from 0 to MOST. False after an error: it is none, or it is missing. */
bool hardware_number(const struct connector_context *context, const struct assembly_end *end,
		     const char *suffix, uint64_t most, uint64_t *number);

/* Reports what is wrong with <interface>_SUFFIX. */
void hardware_refuse(const struct connector_context *context, const struct assembly_end *end,
		     const char *suffix, const char *why);

/* The interrupt that the hardware component's settings say, in the protection domain at the connection's
 * other end. NULL after an error that was reported. */
struct model_irq *hardware_irq_add(struct connector_context *context,
				   const struct assembly_connection *connection);

#endif
