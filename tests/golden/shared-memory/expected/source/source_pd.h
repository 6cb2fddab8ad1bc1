/*
 * Channels and memory of protection domain source, as shared-memory.system has them.
 */
#ifndef SOURCE_PD_H
#define SOURCE_PD_H

/* channel with left, whose id is 0, seL4NotificationQueue count (shared-memory.camkes:24) */
#define SOURCE_STRIKES_CHANNEL_0 0

/* channel with right, whose id is 0, seL4NotificationQueue count (shared-memory.camkes:24) */
#define SOURCE_STRIKES_CHANNEL_1 1

/* memory region left_strikes_count, rw, seL4NotificationQueue count (shared-memory.camkes:24) */
#define SOURCE_STRIKES_COUNT_ADDRESS 0x3000000
#define SOURCE_STRIKES_COUNT_SIZE 0x1000

/* memory region right_strikes_count, rw, seL4NotificationQueue count (shared-memory.camkes:24) */
#define SOURCE_STRIKES_COUNT_ADDRESS_2 0x3001000
#define SOURCE_STRIKES_COUNT_SIZE_2 0x1000

/* memory region frame, rw, seL4SharedDataWithCaps frames (shared-memory.camkes:25) */
#define SOURCE_FRAME_ADDRESS 0x3002000
#define SOURCE_FRAME_SIZE 0x2000

/* memory region pool, rw, seL4DMASharedData pool (shared-memory.camkes:26) */
#define SOURCE_MEMORY_ADDRESS 0x3004000
#define SOURCE_MEMORY_SIZE 0x1000

#endif
