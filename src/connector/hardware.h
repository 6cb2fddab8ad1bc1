/*
 * Settings of hardware components' interfaces, for connectors that join one.
 */
#ifndef CONNECTOR_HARDWARE_H
#define CONNECTOR_HARDWARE_H

#include "connector/connector.h"

/* The attribute <interface>_SUFFIX of a hardware component's end; NULL without a value. */
const struct assembly_attribute *hardware_setting(const struct connector_context *context,
						  const struct assembly_end *end, const char *suffix);

/* Its value, a number from 0 to MOST. False after an error: it is none, or it is missing. */
bool hardware_number(const struct connector_context *context, const struct assembly_end *end,
		     const char *suffix, uint64_t most, uint64_t *number);

/* Reports what is wrong with <interface>_SUFFIX. */
void hardware_refuse(const struct connector_context *context, const struct assembly_end *end,
		     const char *suffix, const char *why);

/* The line that a hardware component's settings say. False after an error. */
bool hardware_line(const struct connector_context *context, const struct assembly_end *device,
		   struct model_irq *irq);

#endif
