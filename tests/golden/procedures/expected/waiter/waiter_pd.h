/*
 * Channels and memory of protection domain waiter, as procedures.system has them.
 */
#ifndef WAITER_PD_H
#define WAITER_PD_H

/* channel with queue_server, whose id is 0, seL4RPCCall by_queue (procedures.camkes:53) */
#define WAITER_E_CHANNEL 0

/* memory region waiter_e_messages, rw, seL4RPCCall by_queue (procedures.camkes:53) */
#define WAITER_E_ADDRESS 0x3000000
#define WAITER_E_SIZE 0x3000

#endif
