/*
 * Channels and memory of protection domain queue_server, as procedures.system has them.
 */
#ifndef QUEUE_SERVER_PD_H
#define QUEUE_SERVER_PD_H

/* channel with waiter, whose id is 0, seL4RPCCall by_queue (procedures.camkes:53) */
#define QUEUE_SERVER_E_CHANNEL 0

/* memory region waiter_e_messages, rw, seL4RPCCall by_queue (procedures.camkes:53) */
#define QUEUE_SERVER_E_ADDRESS 0x3000000
#define QUEUE_SERVER_E_SIZE 0x3000

#endif
