/*
 * Channels and memory of protection domain left, as own-connectors.system has them.
 */
#ifndef LEFT_PD_H
#define LEFT_PD_H

/* channel with right, whose id is 0, seL4Notification rings (own-connectors.camkes:30) */
#define LEFT_RING_CHANNEL 0

/* channel with right, whose id is 1, seL4NotificationNative ends (own-connectors.camkes:31) */
#define LEFT_DONE_CHANNEL 1

/* channel with right, whose id is 2, seL4RPCCall asks (own-connectors.camkes:32) */
#define LEFT_QUESTION_CHANNEL 2

/* memory region left_question_messages, rw, seL4RPCCall asks (own-connectors.camkes:32) */
#define LEFT_QUESTION_ADDRESS 0x3000000
#define LEFT_QUESTION_SIZE 0x1000

#endif
