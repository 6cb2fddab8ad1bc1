/*
 * Channels and memory of protection domain ping, as ping-pong.system has them.
 */
#ifndef PING_PD_H
#define PING_PD_H

/* channel with pong, whose id is 0, seL4Notification ntfn1 (ping-pong.camkes:28) */
#define PING_N1_CHANNEL 0

/* channel with pong, whose id is 1, seL4Notification ntfn2 (ping-pong.camkes:31) */
#define PING_N2_CHANNEL 1

/* memory region sharedbuf_1, rw, seL4SharedData channel1 (ping-pong.camkes:27) */
#define PING_SHAREDBUF_1_ADDRESS 0x3000000
#define PING_SHAREDBUF_1_SIZE 0x1000

/* memory region sharedbuf_2, r, seL4SharedData channel2 (ping-pong.camkes:30) */
#define PING_SHAREDBUF_2_ADDRESS 0x3001000
#define PING_SHAREDBUF_2_SIZE 0x1000

#endif
