/*
 * Channels and memory of protection domain back, as queues.system has them.
 */
#ifndef BACK_PD_H
#define BACK_PD_H

/* channel with front, whose id is 0, seL4VirtQueues outer (queues.camkes:24) */
#define BACK_REQUESTS_CHANNEL 0

/* channel with front, whose id is 1, seL4MessageQueue mail (queues.camkes:26) */
#define BACK_IN_BOX_CHANNEL 1

/* memory region front_requests_queue, rw, seL4VirtQueues outer (queues.camkes:24) */
#define BACK_REQUESTS_ADDRESS 0x3000000
#define BACK_REQUESTS_SIZE 0x1000

/* memory region mail, rw, seL4MessageQueue mail (queues.camkes:26) */
#define BACK_IN_BOX_ADDRESS 0x3001000
#define BACK_IN_BOX_SIZE 0x8000

#endif
