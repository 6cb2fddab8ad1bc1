/*
 * Settings of queues in shared memory: what the connectors of virtqueues and of messages read.
 */
#ifndef CONNECTOR_QUEUE_H
#define CONNECTOR_QUEUE_H

#include "connector/connector.h"

enum { QUEUE_ID_MAX = 100 }; /* as CAmkES has it */

/* ATTRIBUTE as a whole number from LEAST to MOST; OTHERWISE where it is NULL. False after an error that was
 * reported. */
bool queue_number(const struct connector_context *context, const struct assembly_attribute *attribute,
		  uint64_t otherwise, uint64_t least, uint64_t most, uint64_t *number);

/* No other queue of this KIND in END's protection domain has ID. False after an error that was reported. */
bool queue_id_is_free(const struct connector_context *context, const struct assembly_end *end,
		      enum model_binding_kind kind, uint64_t id);

#endif
