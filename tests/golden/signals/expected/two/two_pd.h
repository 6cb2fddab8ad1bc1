/*
 * Channels and memory of protection domain two, as signals.system has them.
 */
#ifndef TWO_PD_H
#define TWO_PD_H

/* channel with driver, whose id is 1, seL4Ethdriver wire (signals.camkes:40) */
#define TWO_NET_CHANNEL 0

/* memory region two_net_buffer, rw, seL4Ethdriver wire (signals.camkes:40) */
#define TWO_NET_BUFFER_ADDRESS 0x3000000
#define TWO_NET_BUFFER_SIZE 0x1000

/* memory region buffer, rw, seL4SharedData shared (signals.camkes:41) */
#define TWO_BUFFER_ADDRESS 0x3001000
#define TWO_BUFFER_SIZE 0x1000

#endif
