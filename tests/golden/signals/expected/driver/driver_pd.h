/*
 * Channels and memory of protection domain driver, as signals.system has them.
 */
#ifndef DRIVER_PD_H
#define DRIVER_PD_H

/* channel with one, whose id is 0, seL4Ethdriver wire (signals.camkes:40) */
#define DRIVER_NET_CHANNEL_0 0

/* channel with two, whose id is 0, seL4Ethdriver wire (signals.camkes:40) */
#define DRIVER_NET_CHANNEL_1 1

/* memory region one_net_buffer, rw, seL4Ethdriver wire (signals.camkes:40) */
#define DRIVER_NET_ONE_BUFFER_ADDRESS 0x3000000
#define DRIVER_NET_ONE_BUFFER_SIZE 0x1000

/* memory region two_net_buffer, rw, seL4Ethdriver wire (signals.camkes:40) */
#define DRIVER_NET_TWO_BUFFER_ADDRESS 0x3001000
#define DRIVER_NET_TWO_BUFFER_SIZE 0x1000

#endif
