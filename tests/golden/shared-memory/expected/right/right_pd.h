/*
 * Channels and memory of protection domain right, as shared-memory.system has them.
 */
#ifndef RIGHT_PD_H
#define RIGHT_PD_H

/* channel with source, whose id is 1, seL4NotificationQueue count (shared-memory.camkes:24) */
#define RIGHT_STRIKES_CHANNEL 0

/* memory region right_strikes_count, r, seL4NotificationQueue count (shared-memory.camkes:24) */
#define RIGHT_STRIKES_COUNT_ADDRESS 0x3000000
#define RIGHT_STRIKES_COUNT_SIZE 0x1000

/* memory region frame, r, seL4SharedDataWithCaps frames (shared-memory.camkes:25) */
#define RIGHT_FRAME_ADDRESS 0x3001000
#define RIGHT_FRAME_SIZE 0x2000

/* memory region pool, rw, seL4DMASharedData pool (shared-memory.camkes:26) */
#define RIGHT_RING_ADDRESS 0x3003000
#define RIGHT_RING_SIZE 0x1000

#endif
