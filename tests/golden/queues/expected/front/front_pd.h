/*
 * Channels and memory of protection domain front, as queues.system has them.
 */
#ifndef FRONT_PD_H
#define FRONT_PD_H

/* channel with back, whose id is 0, seL4VirtQueues outer (queues.camkes:24) */
#define FRONT_REQUESTS_CHANNEL 0

/* channel with back, whose id is 1, seL4MessageQueue mail (queues.camkes:26) */
#define FRONT_MESSAGES_CHANNEL 1

/* memory region front_requests_queue, rw, seL4VirtQueues outer (queues.camkes:24) */
#define FRONT_REQUESTS_ADDRESS 0x3000000
#define FRONT_REQUESTS_SIZE 0x1000

/* memory region mail, rw, seL4MessageQueue mail (queues.camkes:26) */
#define FRONT_MESSAGES_ADDRESS 0x3001000
#define FRONT_MESSAGES_SIZE 0x8000

#endif
