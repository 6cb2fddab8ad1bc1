/*
 * Channels and memory of protection domain caller, as procedures.system has them.
 */
#ifndef CALLER_PD_H
#define CALLER_PD_H

/* channel with procedure_server, whose id is 0, seL4RPCCall by_procedure (procedures.camkes:49) */
#define CALLER_E_CHANNEL 0

/* memory region caller_e_messages, rw, seL4RPCCall by_procedure (procedures.camkes:49) */
#define CALLER_E_ADDRESS 0x3000000
#define CALLER_E_SIZE 0x2000

#endif
