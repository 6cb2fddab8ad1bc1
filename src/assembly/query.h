/*
 * Queries of configurations: dtb() looks in a device tree, gpio() in a list of pins. What they find are
 * values like any other. The files they read are kept in the resolver.
 */
#ifndef ASSEMBLY_QUERY_H
#define ASSEMBLY_QUERY_H

#include "assembly/passes.h"

/*
 * A query's result: a dict with "query", a list with one dict for each dict of the argument, and more. False
 * after a message. The keys are as in the device tree ("#size-cells", "dtb-size").
 */
bool query_dtb(struct resolver *resolver, const struct adl_query *query, struct adl_value *result);
bool query_gpio(struct resolver *resolver, const struct adl_query *query, struct adl_value *result);

/*
 * Reads the file that an option names, which the query needs; MESSAGE is for when the option was not given.
 * False after a message.
 */
bool query_read(struct resolver *resolver, const struct adl_query *query, const char *path,
		const char *message, struct file_text *file);

/* For making values. */
struct adl_value query_integer(adl_integer integer);
struct adl_value query_string(const char *string);
struct adl_value query_list(struct adl_list *list);
void query_add(struct resolver *resolver, struct adl_dict *dict, const char *key, struct adl_value value);

/* The value of a key of one dict of the argument, or NULL. */
const struct adl_value *query_argument(const struct adl_value *dict, const char *key);

#endif
