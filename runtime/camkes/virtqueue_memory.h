/*
 * The shared memory of a virtqueue: rings, descriptors, then buffers, which the driver hands out in blocks.
 */
#ifndef CAMKES_VIRTQUEUE_MEMORY_H
#define CAMKES_VIRTQUEUE_MEMORY_H

#include "camkes-compat/virtqueue.h"

#include <stddef.h>

/* The cookie of a virtqueue: the buffers, and at the driver which blocks of them are free. On the component's
 * heap. */
struct virtqueue_memory {
	char *buffers;
	size_t size; /* bytes */
	size_t block_size;
	unsigned block_count, head;
	unsigned free[]; /* free blocks after this one; block_count: none */
};

/*
 * Lays a queue of LENGTH entries out in SIZE bytes from START on, and makes *VQ an end of it. 0, or ENOMEM,
 * or EINVAL where it does not fit. The memory lasts as long as the component.
 */
int virtqueue_open_driver(virtqueue_driver_t *vq, void *start, size_t size, unsigned length,
			  void (*notify)(void), size_t block_size);
int virtqueue_open_device(virtqueue_device_t *vq, void *start, size_t size, unsigned length,
			  void (*notify)(void));

/* A chain before it is offered: its parts, its offer (1, or 0: no room), or its end without one. */
int virtqueue_chain_add(virtqueue_driver_t *vq, virtqueue_ring_object_t *object, uint64_t address,
			unsigned length, vq_flags_t flag);
int virtqueue_chain_offer(virtqueue_driver_t *vq, const virtqueue_ring_object_t *object);
void virtqueue_chain_drop(virtqueue_driver_t *vq, virtqueue_ring_object_t *object);

#endif
