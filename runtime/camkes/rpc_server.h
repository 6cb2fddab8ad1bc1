/*
 * How requests reach an interface's strand.
 */
#ifndef CAMKES_RPC_SERVER_H
#define CAMKES_RPC_SERVER_H

#include "camkes/rpc.h"

/* Puts a caller behind those whose requests wait, unless it is there already, and wakes the strand. */
void causeway_rpc_enqueue(struct causeway_rpc_server_state *server, struct causeway_rpc_caller_state *caller);

#endif
