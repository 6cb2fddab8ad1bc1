/*
 * Connectors that a project has of its own: a file NAME.connector beside the ADL file that defines connector
 * NAME says which built-in connector it works like.
 *
 *     # Calls that are counted by the components themselves.
 *     like seL4RPCCall
 */
#ifndef CONNECTOR_OWN_H
#define CONNECTOR_OWN_H

#include "assembly/assembly.h"

/*
 * From here on connections of such a connector have the built-in one as their type, with the threads that
 * their own definition asks for. What is wrong in a file is reported at its place. The first thing that
 * lowering does: nothing after it knows another name.
 */
void own_connectors_replace(struct compilation *compilation, const struct assembly *assembly);

/* "NAME.connector", where that file is looked for; for messages. */
const char *own_connector_path(struct compilation *compilation, const struct adl_connector *type);

#endif
