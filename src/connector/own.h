/*
 * Connectors that a project has of its own: a file NAME.connector beside the ADL file that defines connector
 * NAME says which built-in connector it works like, and which C of the project's own each side has beside
 * that.
 *
 *     # Calls, counted on the way.
 *     like seL4RPCCall
 *     from Metered-from.c
 *     to Metered-to.c
 */
#ifndef CONNECTOR_OWN_H
#define CONNECTOR_OWN_H

#include "connector/connector.h"

/*
 * From here on connections of such a connector have the built-in one as their type, with the threads that
 * their own definition asks for. What is wrong in a file is reported at its place. The first thing that
 * lowering does: nothing after it knows another name. What was read is in OWN then.
 */
void own_connectors_replace(struct compilation *compilation, const struct assembly *assembly,
			    struct map *own);

/* Gives the ends of such connections their C, when they have been lowered. */
void own_connectors_add_c(struct connector_context *context, const struct map *own);

/* "NAME.connector", where that file is looked for; for messages. */
const char *own_connector_path(struct compilation *compilation, const struct adl_connector *type);

#endif
