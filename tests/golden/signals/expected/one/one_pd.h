/*
 * Channels and memory of protection domain one, as signals.system has them.
 */
#ifndef ONE_PD_H
#define ONE_PD_H

/* channel with driver, whose id is 0, seL4Ethdriver wire (signals.camkes:39) */
#define ONE_NET_CHANNEL 0

/* memory region one_net_buffer, rw, seL4Ethdriver wire (signals.camkes:39) */
#define ONE_NET_BUFFER_ADDRESS 0x3000000
#define ONE_NET_BUFFER_SIZE 0x1000

#endif
