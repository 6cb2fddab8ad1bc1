/*
 * The rings of a virtqueue. Each side keeps its own copy of the index that it moves, and reads the other's
 * with acquire after the other released it. A ring with all its entries in use would look empty, so one stays
 * free.
 */
#include "camkes-compat/virtqueue.h"

#include "virtqueue_memory.h"

static unsigned after(unsigned index, unsigned length)
{
	return (index + 1) & (length - 1);
}

void virtqueue_init_driver(virtqueue_driver_t *vq, unsigned length, vq_vring_avail_t *available,
			   vq_vring_used_t *used, vq_vring_desc_t *descriptors, void (*notify)(void),
			   void *cookie)
{
	*vq = (virtqueue_driver_t){ .notify = notify,
				    .cookie = cookie,
				    .queue_len = length,
				    .u_ring_last_seen = length - 1,
				    .avail_ring = available,
				    .used_ring = used,
				    .desc_table = descriptors };
	virtqueue_init_desc_table(descriptors, length);
	virtqueue_init_avail_ring(available);
	virtqueue_init_used_ring(used);
}

void virtqueue_init_device(virtqueue_device_t *vq, unsigned length, vq_vring_avail_t *available,
			   vq_vring_used_t *used, vq_vring_desc_t *descriptors, void (*notify)(void),
			   void *cookie)
{
	*vq = (virtqueue_device_t){ .notify = notify,
				    .cookie = cookie,
				    .queue_len = length,
				    .a_ring_last_seen = length - 1,
				    .avail_ring = available,
				    .used_ring = used,
				    .desc_table = descriptors };
}

void virtqueue_init_desc_table(vq_vring_desc_t *table, unsigned length)
{
	for (unsigned i = 0; i < length; i++)
		table[i] = (vq_vring_desc_t){ 0, 0, 0, (uint16_t)(i + 1) };
}

void virtqueue_init_avail_ring(vq_vring_avail_t *ring)
{
	ring->flags = 0;
	__atomic_store_n(&ring->idx, 0, __ATOMIC_RELEASE);
}

void virtqueue_init_used_ring(vq_vring_used_t *ring)
{
	ring->flags = 0;
	__atomic_store_n(&ring->idx, 0, __ATOMIC_RELEASE);
}

void virtqueue_init_ring_object(virtqueue_ring_object_t *object)
{
	*object = (virtqueue_ring_object_t){ UINT32_MAX, UINT32_MAX };
}

/* ------------------------------------------------------------ the driver */

int virtqueue_chain_add(virtqueue_driver_t *vq, virtqueue_ring_object_t *object, uint64_t address,
			unsigned length, vq_flags_t flag)
{
	unsigned index = vq->free_desc_head;
	if (index >= vq->queue_len)
		return 0;
	vq->free_desc_head = vq->desc_table[index].next;
	vq->desc_table[index] = (vq_vring_desc_t){ address, length, (uint16_t)flag, (uint16_t)vq->queue_len };
	if (object->cur < vq->queue_len)
		vq->desc_table[object->cur].next = (uint16_t)index;
	object->cur = index;
	if (object->first >= vq->queue_len)
		object->first = index;
	return 1;
}

static int is_full(const virtqueue_driver_t *vq)
{
	return after(vq->a_ring_next, vq->queue_len) == after(vq->u_ring_last_seen, vq->queue_len);
}

int virtqueue_chain_offer(virtqueue_driver_t *vq, const virtqueue_ring_object_t *object)
{
	if (is_full(vq))
		return 0;
	vq->avail_ring->ring[vq->a_ring_next] = (uint16_t)object->first;
	vq->a_ring_next = after(vq->a_ring_next, vq->queue_len);
	__atomic_store_n(&vq->avail_ring->idx, (uint16_t)vq->a_ring_next, __ATOMIC_RELEASE);
	return 1;
}

void virtqueue_chain_drop(virtqueue_driver_t *vq, virtqueue_ring_object_t *object)
{
	if (object->first < vq->queue_len && object->cur < vq->queue_len) {
		vq->desc_table[object->cur].next = (uint16_t)vq->free_desc_head;
		vq->free_desc_head = object->first;
	}
	virtqueue_init_ring_object(object);
}

int virtqueue_add_available_buf(virtqueue_driver_t *vq, virtqueue_ring_object_t *object, void *buffer,
				unsigned length, vq_flags_t flag)
{
	int is_new = object->first >= vq->queue_len;
	if (is_new && is_full(vq))
		return 0;
	if (!virtqueue_chain_add(vq, object, (uintptr_t)buffer, length, flag))
		return 0;
	return is_new ? virtqueue_chain_offer(vq, object) : 1;
}

int virtqueue_get_used_buf(virtqueue_driver_t *vq, virtqueue_ring_object_t *object, uint32_t *length)
{
	if (!VQ_DRV_POLL(vq))
		return 0;
	vq->u_ring_last_seen = after(vq->u_ring_last_seen, vq->queue_len);
	const struct vq_vring_used_elem *used = &vq->used_ring->ring[vq->u_ring_last_seen];
	object->first = object->cur = used->id;
	*length = used->len;
	return 1;
}

/* A chain is walked by the descriptors as the device left them: an index out of range ends it. */
int virtqueue_gather_used(virtqueue_driver_t *vq, virtqueue_ring_object_t *object, void **buffer,
			  unsigned *length, vq_flags_t *flag)
{
	unsigned index = object->cur;
	if (index >= vq->queue_len)
		return 0;
	const vq_vring_desc_t descriptor = vq->desc_table[index];
	*buffer = (void *)(uintptr_t)descriptor.addr;
	*length = descriptor.len;
	*flag = (vq_flags_t)descriptor.flags;
	object->cur = descriptor.next;
	vq->desc_table[index].next = (uint16_t)vq->free_desc_head;
	vq->free_desc_head = index;
	return 1;
}

/* ------------------------------------------------------------ the device */

int virtqueue_get_available_buf(virtqueue_device_t *vq, virtqueue_ring_object_t *object)
{
	if (!VQ_DEV_POLL(vq))
		return 0;
	vq->a_ring_last_seen = after(vq->a_ring_last_seen, vq->queue_len);
	object->first = object->cur = vq->avail_ring->ring[vq->a_ring_last_seen];
	return 1;
}

int virtqueue_add_used_buf(virtqueue_device_t *vq, virtqueue_ring_object_t *object, uint32_t length)
{
	vq->used_ring->ring[vq->u_ring_next] = (struct vq_vring_used_elem){ object->first, length };
	vq->u_ring_next = after(vq->u_ring_next, vq->queue_len);
	__atomic_store_n(&vq->used_ring->idx, (uint16_t)vq->u_ring_next, __ATOMIC_RELEASE);
	return 1;
}

uint32_t virtqueue_scattered_available_size(virtqueue_device_t *vq, virtqueue_ring_object_t *object)
{
	uint32_t size = 0;
	unsigned index = object->first;
	for (unsigned i = 0; index < vq->queue_len && i < vq->queue_len; i++) {
		size += vq->desc_table[index].len;
		index = vq->desc_table[index].next;
	}
	return size;
}

int virtqueue_gather_available(virtqueue_device_t *vq, virtqueue_ring_object_t *object, void **buffer,
			       unsigned *length, vq_flags_t *flag)
{
	if (object->cur >= vq->queue_len)
		return 0;
	const vq_vring_desc_t descriptor = vq->desc_table[object->cur];
	*buffer = (void *)(uintptr_t)descriptor.addr;
	*length = descriptor.len;
	*flag = (vq_flags_t)descriptor.flags;
	object->cur = descriptor.next;
	return 1;
}
