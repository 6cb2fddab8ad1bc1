/*
 * Channels and memory of protection domain one, as signals.system has them.
 */
#ifndef ONE_PD_H
#define ONE_PD_H

/* channel with driver, whose id is 0, seL4Ethdriver wire (signals.camkes:40) */
#define ONE_NET_CHANNEL 0

/* memory region one_net_buffer, rw, seL4Ethdriver wire (signals.camkes:40) */
#define ONE_NET_BUFFER_ADDRESS 0x3000000
#define ONE_NET_BUFFER_SIZE 0x1000

/* memory region buffer, rw, seL4SharedData shared (signals.camkes:41) */
#define ONE_BUFFER_ADDRESS 0x3001000
#define ONE_BUFFER_SIZE 0x1000

#endif
