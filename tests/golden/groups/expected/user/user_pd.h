/*
 * Channels and memory of protection domain user, as groups.system has them.
 */
#ifndef USER_PD_H
#define USER_PD_H

/* channel with giver, whose id is 0, seL4RPCCall plain (groups.camkes:60) */
#define USER_P_CHANNEL 0

/* memory region user_p_messages, rw, seL4RPCCall plain (groups.camkes:60) */
#define USER_P_ADDRESS 0x3000000
#define USER_P_SIZE 0x1000

#endif
