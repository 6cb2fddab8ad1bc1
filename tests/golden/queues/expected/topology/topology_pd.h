/*
 * Channels and memory of protection domain topology, as queues.system has them.
 */
#ifndef TOPOLOGY_PD_H
#define TOPOLOGY_PD_H

#endif
