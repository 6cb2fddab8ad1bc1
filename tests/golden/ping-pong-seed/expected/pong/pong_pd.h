/*
 * Channels and memory of protection domain pong, as ping-pong.system has them.
 */
#ifndef PONG_PD_H
#define PONG_PD_H

/* channel with ping, whose id is 0, seL4Notification ntfn1 (ping-pong.camkes:28) */
#define PONG_N1_CHANNEL 0

/* channel with ping, whose id is 1, seL4Notification ntfn2 (ping-pong.camkes:31) */
#define PONG_N2_CHANNEL 1

/* memory region sharedbuf_1, r, seL4SharedData channel1 (ping-pong.camkes:27) */
#define PONG_SHAREDBUF_1_ADDRESS 0x3000000
#define PONG_SHAREDBUF_1_SIZE 0x1000

/* memory region sharedbuf_2, rw, seL4SharedData channel2 (ping-pong.camkes:30) */
#define PONG_SHAREDBUF_2_ADDRESS 0x3001000
#define PONG_SHAREDBUF_2_SIZE 0x1000

#endif
