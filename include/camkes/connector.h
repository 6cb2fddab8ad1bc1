/*
 * What the C of a project's own connector (NAME.connector: "from FILE", "to FILE") is written with. Each end
 * of a connection has the file compiled for it, after the component's camkes.h, <PD>_pd.h with the ids and
 * addresses of its protection domain, and:
 *
 *   CONNECTOR_INTERFACE   the interface's name; CONNECTOR(read) is <interface>_read
 *   CONNECTOR_CONNECTION  the connection's name, a string
 *   CONNECTOR_INDEX       the end's place among the ends of its side, from 0 on
 *   CONNECTOR_PEERS       how many ends the other side has
 */
#ifndef CAMKES_CONNECTOR_H
#define CAMKES_CONNECTOR_H

#define CAUSEWAY_CONNECTOR_JOIN(interface, name) interface##name
#define CAUSEWAY_CONNECTOR_NAME(interface, name) CAUSEWAY_CONNECTOR_JOIN(interface, name)

/* A function of the interface. Defined here, it is what the component calls. */
#define CONNECTOR(name) CAUSEWAY_CONNECTOR_NAME(CONNECTOR_INTERFACE, _##name)

/* What the built-in connector has in its place: methods that are called, _emit, _wait, _poll, _reg_callback.
 */
#define CONNECTOR_BUILTIN(name) CAUSEWAY_CONNECTOR_NAME(CONNECTOR_INTERFACE, _builtin_##name)

/* Where the component serves a method: defined here, it is called by the built-in connector, and calls
 * CONNECTOR(name). */
#define CONNECTOR_SERVED(name) CAUSEWAY_CONNECTOR_NAME(CONNECTOR_INTERFACE, _served_##name)

#endif
