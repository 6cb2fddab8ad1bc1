/*
 * Channels and memory of protection domain procedure_server, as procedures.system has them.
 */
#ifndef PROCEDURE_SERVER_PD_H
#define PROCEDURE_SERVER_PD_H

/* channel with caller, whose id is 0, seL4RPCCall by_procedure (procedures.camkes:49) */
#define PROCEDURE_SERVER_E_CHANNEL 0

/* memory region caller_e_messages, rw, seL4RPCCall by_procedure (procedures.camkes:49) */
#define PROCEDURE_SERVER_E_ADDRESS 0x3000000
#define PROCEDURE_SERVER_E_SIZE 0x2000

#endif
