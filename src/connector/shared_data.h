/*
 * Dataports: their size, and the memory that their ends share, for connectors that use one.
 */
#ifndef CONNECTOR_SHARED_DATA_H
#define CONNECTOR_SHARED_DATA_H

#include "connector/connector.h"

/* Bytes, as the type or the connection's `size` says; 0 after an error that was reported. */
uint64_t shared_data_size(const struct connector_context *context,
			  const struct assembly_connection *connection);

/* Memory of SIZE bytes, mapped at every end as its `_access` says; WHY is for the report. */
struct model_region *shared_data_join(struct connector_context *context,
				      const struct assembly_connection *connection, uint64_t size,
				      const char *why);

/* Puts REGION where the connection's `paddr` says. False after an error that was reported. */
bool shared_data_place(const struct connector_context *context, const struct assembly_connection *connection,
		       struct model_region *region);

/* Maps REGION at END cached or not, where the attribute <interface>_SUFFIX of its instance says so. */
void shared_data_set_cached(const struct connector_context *context, const struct assembly_end *end,
			    struct model_region *region, const char *suffix);

#endif
