/*
 * CAmkES' virtqueues: the ends that seL4VirtQueues connections gave this component, by their id, and buffers
 * of any size in the memory that driver and device share. Functions return 0, or -1 for an error; unless it
 * says otherwise, none notifies the other side: vq->notify() does.
 */
#ifndef CAMKES_VIRTQUEUE_H
#define CAMKES_VIRTQUEUE_H

#include <stddef.h>
#include <stdint.h>

#include "../camkes-compat/sel4/sel4.h"
#include "../camkes-compat/virtqueue.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MAX_CAMKES_VIRTQUEUE_ID 100

typedef enum virtqueue_role { VIRTQUEUE_UNASSIGNED, VIRTQUEUE_DRIVER, VIRTQUEUE_DEVICE } virtqueue_role_t;

typedef struct virtqueue_channel {
	volatile void *channel_buffer;
	size_t channel_buffer_size; /* bytes */
	unsigned queue_len;
	void (*notify)(void);
	seL4_CPtr recv_notification; /* what the other side raises, to be waited for with seL4_Wait */
	seL4_Word recv_badge;	     /* the bit that it adds */
	virtqueue_role_t role;
	uint8_t buffer_allocated;
	const char *interface_name;
} camkes_virtqueue_channel_t;

/* By id; those that are not there have the role VIRTQUEUE_UNASSIGNED. */
extern camkes_virtqueue_channel_t camkes_virtqueue_channels[MAX_CAMKES_VIRTQUEUE_ID + 1];
extern int num_registered_virtqueue_channels;
int camkes_virtqueue_channel_num(void);

/* NULL: there is none of this role. */
camkes_virtqueue_channel_t *get_virtqueue_channel(virtqueue_role_t role, unsigned int id);

/* The id of an interface's channel; -1: it has none. */
int camkes_virtqueue_get_id_from_name(const char *interface_name);

/* Makes *VQ the end with ID. The driver's has to come before the device's. What says where signals arrive may
 * be NULL. */
int camkes_virtqueue_driver_init_with_recv(virtqueue_driver_t *vq, unsigned int id, seL4_CPtr *notification,
					   seL4_CPtr *badge);
int camkes_virtqueue_device_init_with_recv(virtqueue_device_t *vq, unsigned int id, seL4_CPtr *notification,
					   seL4_CPtr *badge);

static inline int camkes_virtqueue_driver_init(virtqueue_driver_t *vq, unsigned int id)
{
	return camkes_virtqueue_driver_init_with_recv(vq, id, NULL, NULL);
}

static inline int camkes_virtqueue_device_init(virtqueue_device_t *vq, unsigned int id)
{
	return camkes_virtqueue_device_init_with_recv(vq, id, NULL, NULL);
}

/* A block of shared memory; SIZE is at most 128 bytes. The driver's until it is freed. */
int camkes_virtqueue_buffer_alloc(virtqueue_driver_t *vq, void **buffer, size_t size);
void camkes_virtqueue_buffer_free(virtqueue_driver_t *vq, void *buffer);

/* What the offset in a descriptor points to; NULL: it is not in the shared memory. */
void *camkes_virtqueue_device_offset_to_buffer(virtqueue_device_t *vq, uintptr_t offset);
void *camkes_virtqueue_driver_offset_to_buffer(virtqueue_driver_t *vq, uintptr_t offset);

/* Offers one block. */
int camkes_virtqueue_driver_send_buffer(virtqueue_driver_t *vq, void *buffer, size_t size);

/* Offers a copy of SIZE bytes at BUFFER in as many blocks as it needs; NULL: blocks for the device to fill.
 */
int camkes_virtqueue_driver_scatter_send_buffer(virtqueue_driver_t *vq, void *buffer, size_t size);

/* Copies a chain that came back, up to SIZE bytes, and frees its blocks. */
int camkes_virtqueue_driver_gather_copy_buffer(virtqueue_driver_t *vq, virtqueue_ring_object_t *object,
					       void *buffer, size_t size);

/* Copies SIZE bytes into a chain that was offered, or as many out of it, and gives it back. -1: it is too
 * short. */
int camkes_virtqueue_device_scatter_copy_buffer(virtqueue_device_t *vq, virtqueue_ring_object_t *object,
						void *buffer, size_t size);
int camkes_virtqueue_device_gather_copy_buffer(virtqueue_device_t *vq, virtqueue_ring_object_t *object,
					       void *buffer, size_t size);

/* The next buffer along a chain; -1: there is none, or it is not in the shared memory. */
int camkes_virtqueue_driver_gather_buffer(virtqueue_driver_t *vq, virtqueue_ring_object_t *object,
					  void **buffer, unsigned *size, vq_flags_t *flag);
int camkes_virtqueue_device_gather_buffer(virtqueue_device_t *vq, virtqueue_ring_object_t *object,
					  void **buffer, unsigned *size, vq_flags_t *flag);

#ifdef __cplusplus
}
#endif

#endif
