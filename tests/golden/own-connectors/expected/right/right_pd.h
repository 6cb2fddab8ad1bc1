/*
 * Channels and memory of protection domain right, as own-connectors.system has them.
 */
#ifndef RIGHT_PD_H
#define RIGHT_PD_H

/* channel with left, whose id is 0, seL4Notification rings (own-connectors.camkes:30) */
#define RIGHT_RING_CHANNEL 0

/* channel with left, whose id is 1, seL4NotificationNative ends (own-connectors.camkes:31) */
#define RIGHT_DONE_CHANNEL 1

/* channel with left, whose id is 2, seL4RPCCall asks (own-connectors.camkes:32) */
#define RIGHT_QUESTION_CHANNEL 2

/* memory region left_question_messages, rw, seL4RPCCall asks (own-connectors.camkes:32) */
#define RIGHT_QUESTION_ADDRESS 0x3000000
#define RIGHT_QUESTION_SIZE 0x1000

#endif
