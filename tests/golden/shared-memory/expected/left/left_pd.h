/*
 * Channels and memory of protection domain left, as shared-memory.system has them.
 */
#ifndef LEFT_PD_H
#define LEFT_PD_H

/* channel with source, whose id is 0, seL4NotificationQueue count (shared-memory.camkes:24) */
#define LEFT_STRIKES_CHANNEL 0

/* memory region left-dma, rw (shared-memory.camkes:22) */
#define LEFT_LEFT_DMA_ADDRESS 0x3000000
#define LEFT_LEFT_DMA_SIZE 0x1000

/* memory region left_strikes_count, r, seL4NotificationQueue count (shared-memory.camkes:24) */
#define LEFT_STRIKES_COUNT_ADDRESS 0x3001000
#define LEFT_STRIKES_COUNT_SIZE 0x1000

/* memory region frame, rw, seL4SharedDataWithCaps frames (shared-memory.camkes:25) */
#define LEFT_FRAME_ADDRESS 0x3002000
#define LEFT_FRAME_SIZE 0x2000

/* memory region pool, rw, seL4DMASharedData pool (shared-memory.camkes:26) */
#define LEFT_RING_ADDRESS 0x3004000
#define LEFT_RING_SIZE 0x1000

#endif
