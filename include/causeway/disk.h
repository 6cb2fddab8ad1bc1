/*
 * A disk of the board: blocks of DEVICE_BLOCK_SIZE bytes. Up to DEVICE_DISK_REQUESTS requests are under way
 * at a time and are completed in their order; the interrupt comes when some have been.
 */
#ifndef CAUSEWAY_DISK_H
#define CAUSEWAY_DISK_H

#include "causeway/device.h"
#include "causeway/causeway.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The number of requests under way. */
static inline uint32_t causeway_disk_busy(const struct device_disk *disk)
{
	return disk->requested - __atomic_load_n(&disk->completed, __ATOMIC_SEQ_CST);
}

/* Where the data of the next request go before it is made, if it writes. */
static inline uint8_t *causeway_disk_next(struct device_disk *disk)
{
	return disk->data[disk->requested % DEVICE_DISK_REQUESTS];
}

/*
 * Makes a request. Returns its index: its result is in requests[index] and what it read in data[index], once
 * it is completed. -1: as many as there can be are under way.
 */
static inline int causeway_disk_request(struct device_disk *disk, enum device_disk_operation operation,
					uint64_t block)
{
	uint32_t index = disk->requested % DEVICE_DISK_REQUESTS;
	if (causeway_disk_busy(disk) >= DEVICE_DISK_REQUESTS)
		return -1;
	disk->requests[index].block = block;
	disk->requests[index].operation = (uint32_t)operation;
	__atomic_store_n(&disk->requested, disk->requested + 1, __ATOMIC_SEQ_CST);
	causeway_device_kick(disk);
	return (int)index;
}

#ifdef __cplusplus
}
#endif

#endif
