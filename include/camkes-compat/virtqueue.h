/*
 * Virtqueues: buffers that a driver offers to a device in memory that both share, in the terms of seL4's
 * libvirtqueue. The driver owns descriptors and offered buffers; the device gives buffers back in any order.
 * A buffer is a chain of descriptors; addresses in them mean what the two sides agreed on
 * (<camkes/virtqueue.h>: offsets).
 *
 * Functions return 1 where they did what they say, 0 where there was nothing or no room. What the other side
 * wrote is checked where it is used: whatever is in the rings, indices stay within them.
 */
#ifndef CAMKES_COMPAT_VIRTQUEUE_H
#define CAMKES_COMPAT_VIRTQUEUE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum vq_flags { VQ_READ = 0, VQ_WRITE, VQ_RW } vq_flags_t;

/* What the driver offers: indices of descriptors. IDX is where the next one comes. */
typedef struct vq_vring_avail {
	uint16_t flags;
	uint16_t idx;
	__extension__ uint16_t ring[];
} vq_vring_avail_t;

typedef struct vq_vring_used_elem {
	uint32_t id;  /* index of a descriptor */
	uint32_t len; /* bytes that the device wrote or read */
} vq_vring_used_elem_t;

/* What the device is done with. */
typedef struct vq_vring_used {
	uint16_t flags;
	uint16_t idx;
	__extension__ struct vq_vring_used_elem ring[];
} vq_vring_used_t;

typedef struct vq_vring_desc {
	uint64_t addr;
	uint32_t len;
	uint16_t flags; /* vq_flags_t */
	uint16_t next;	/* in its chain; queue_len: the last one */
} vq_vring_desc_t;

/* A chain, and where somebody who goes along it is. */
typedef struct virtqueue_ring_object {
	uint32_t cur;
	uint32_t first;
} virtqueue_ring_object_t;

typedef struct virtqueue_device {
	void (*notify)(void); /* the driver; or NULL */
	void *cookie;	      /* the user's */
	unsigned queue_len;   /* entries of rings and descriptors; a power of two */
	unsigned a_ring_last_seen;
	struct vq_vring_avail *avail_ring;
	struct vq_vring_used *used_ring;
	struct vq_vring_desc *desc_table;
	unsigned u_ring_next; /* where the next used one comes */
} virtqueue_device_t;

typedef struct virtqueue_driver {
	void (*notify)(void);
	void *cookie;
	unsigned queue_len;
	unsigned free_desc_head;
	unsigned u_ring_last_seen;
	struct vq_vring_avail *avail_ring;
	struct vq_vring_used *used_ring;
	struct vq_vring_desc *desc_table;
	unsigned a_ring_next; /* where the next offered one comes */
} virtqueue_driver_t;

/* The other side has put something into its ring that was not taken yet. */
#define VQ_DEV_POLL(vq)                                                                                      \
	((((vq)->a_ring_last_seen + 1) & ((vq)->queue_len - 1)) !=                                           \
	 __atomic_load_n(&(vq)->avail_ring->idx, __ATOMIC_ACQUIRE))
#define VQ_DRV_POLL(vq)                                                                                      \
	((((vq)->u_ring_last_seen + 1) & ((vq)->queue_len - 1)) !=                                           \
	 __atomic_load_n(&(vq)->used_ring->idx, __ATOMIC_ACQUIRE))

/* The driver's side also empties rings and descriptors, so it comes first. LENGTH is a power of two up to
 * 32768. */
void virtqueue_init_driver(virtqueue_driver_t *vq, unsigned length, vq_vring_avail_t *available,
			   vq_vring_used_t *used, vq_vring_desc_t *descriptors, void (*notify)(void),
			   void *cookie);
void virtqueue_init_device(virtqueue_device_t *vq, unsigned length, vq_vring_avail_t *available,
			   vq_vring_used_t *used, vq_vring_desc_t *descriptors, void (*notify)(void),
			   void *cookie);
void virtqueue_init_desc_table(vq_vring_desc_t *table, unsigned length);
void virtqueue_init_avail_ring(vq_vring_avail_t *ring);
void virtqueue_init_used_ring(vq_vring_used_t *ring);

/* An object for a new chain. */
void virtqueue_init_ring_object(virtqueue_ring_object_t *object);

/*
 * Offers a buffer. With an object that is new, it begins a chain, which the device sees at once; with the
 * same object again it becomes the chain's next part.
 */
int virtqueue_add_available_buf(virtqueue_driver_t *vq, virtqueue_ring_object_t *object, void *buffer,
				unsigned length, vq_flags_t flag);

/* The next chain that the device is done with, and how many bytes of it the device used. */
int virtqueue_get_used_buf(virtqueue_driver_t *vq, virtqueue_ring_object_t *object, uint32_t *length);

/* The next chain that the driver offers. */
int virtqueue_get_available_buf(virtqueue_device_t *vq, virtqueue_ring_object_t *object);

/* Gives OBJECT's chain back. */
int virtqueue_add_used_buf(virtqueue_device_t *vq, virtqueue_ring_object_t *object, uint32_t length);

/* Bytes of all buffers in a chain. */
uint32_t virtqueue_scattered_available_size(virtqueue_device_t *vq, virtqueue_ring_object_t *object);

/* The next buffer along a chain; the driver's descriptor of it is free again. */
int virtqueue_gather_available(virtqueue_device_t *vq, virtqueue_ring_object_t *object, void **buffer,
			       unsigned *length, vq_flags_t *flag);
int virtqueue_gather_used(virtqueue_driver_t *vq, virtqueue_ring_object_t *object, void **buffer,
			  unsigned *length, vq_flags_t *flag);

#ifdef __cplusplus
}
#endif

#endif
