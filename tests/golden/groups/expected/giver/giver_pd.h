/*
 * Channels and memory of protection domain giver, as groups.system has them.
 */
#ifndef GIVER_PD_H
#define GIVER_PD_H

/* channel with user, whose id is 0, seL4RPCCall plain (groups.camkes:60) */
#define GIVER_P_CHANNEL 0

/* memory region user_p_messages, rw, seL4RPCCall plain (groups.camkes:60) */
#define GIVER_P_ADDRESS 0x3000000
#define GIVER_P_SIZE 0x1000

#endif
