/*
 * The ends of virtqueues that a component has, and buffers in their memory. Descriptors hold offsets into
 * that memory.
 */
#include "camkes/virtqueue_template.h"

#include "virtqueue_memory.h"

#include <string.h>

enum { BLOCK_SIZE = 128, ID_COUNT = MAX_CAMKES_VIRTQUEUE_ID + 1 };

camkes_virtqueue_channel_t camkes_virtqueue_channels[ID_COUNT];
int num_registered_virtqueue_channels;

int camkes_virtqueue_channel_num(void)
{
	return num_registered_virtqueue_channels;
}

int camkes_virtqueue_channel_register(int id, const char *interface_name, unsigned queue_len, size_t size,
				      volatile void *buffer, void (*notify)(void),
				      seL4_CPtr recv_notification, seL4_Word recv_badge,
				      virtqueue_role_t role)
{
	if (id < 0 || id >= ID_COUNT || camkes_virtqueue_channels[id].role != VIRTQUEUE_UNASSIGNED)
		return -1;
	camkes_virtqueue_channels[id] = (camkes_virtqueue_channel_t){ .channel_buffer = buffer,
								      .channel_buffer_size = size,
								      .queue_len = queue_len,
								      .notify = notify,
								      .recv_notification = recv_notification,
								      .recv_badge = recv_badge,
								      .role = role,
								      .interface_name = interface_name };
	num_registered_virtqueue_channels++;
	return 0;
}

camkes_virtqueue_channel_t *get_virtqueue_channel(virtqueue_role_t role, unsigned int id)
{
	if (id >= ID_COUNT || role == VIRTQUEUE_UNASSIGNED || camkes_virtqueue_channels[id].role != role ||
	    !camkes_virtqueue_channels[id].channel_buffer)
		return NULL;
	return &camkes_virtqueue_channels[id];
}

int camkes_virtqueue_get_id_from_name(const char *interface_name)
{
	for (int i = 0; i < ID_COUNT; i++)
		if (camkes_virtqueue_channels[i].interface_name &&
		    !strcmp(camkes_virtqueue_channels[i].interface_name, interface_name))
			return i;
	return -1;
}

static camkes_virtqueue_channel_t *open_channel(virtqueue_role_t role, unsigned int id,
						seL4_CPtr *notification, seL4_CPtr *badge)
{
	camkes_virtqueue_channel_t *channel = get_virtqueue_channel(role, id);
	if (channel && notification)
		*notification = channel->recv_notification;
	if (channel && badge)
		*badge = channel->recv_badge;
	return channel;
}

static void *memory_of(const camkes_virtqueue_channel_t *channel)
{
	return (void *)(uintptr_t)channel->channel_buffer;
}

int camkes_virtqueue_driver_init_with_recv(virtqueue_driver_t *vq, unsigned int id, seL4_CPtr *notification,
					   seL4_CPtr *badge)
{
	camkes_virtqueue_channel_t *channel = open_channel(VIRTQUEUE_DRIVER, id, notification, badge);
	if (!channel || virtqueue_open_driver(vq, memory_of(channel), channel->channel_buffer_size,
					      channel->queue_len, channel->notify, BLOCK_SIZE))
		return -1;
	return 0;
}

int camkes_virtqueue_device_init_with_recv(virtqueue_device_t *vq, unsigned int id, seL4_CPtr *notification,
					   seL4_CPtr *badge)
{
	camkes_virtqueue_channel_t *channel = open_channel(VIRTQUEUE_DEVICE, id, notification, badge);
	if (!channel || virtqueue_open_device(vq, memory_of(channel), channel->channel_buffer_size,
					      channel->queue_len, channel->notify))
		return -1;
	return 0;
}

/* --------------------------------------------------------------- buffers */

int camkes_virtqueue_buffer_alloc(virtqueue_driver_t *vq, void **buffer, size_t size)
{
	struct virtqueue_memory *memory = vq ? vq->cookie : NULL;
	if (!memory || size > memory->block_size || memory->head >= memory->block_count)
		return -1;
	*buffer = memory->buffers + memory->head * memory->block_size;
	memory->head = memory->free[memory->head];
	return 0;
}

/* What is no block is left alone. */
static void free_at(struct virtqueue_memory *memory, uint64_t offset)
{
	uint64_t block = offset / memory->block_size;
	if (block >= memory->block_count)
		return;
	memory->free[block] = memory->head;
	memory->head = (unsigned)block;
}

void camkes_virtqueue_buffer_free(virtqueue_driver_t *vq, void *buffer)
{
	struct virtqueue_memory *memory = vq ? vq->cookie : NULL;
	if (memory)
		free_at(memory, (uintptr_t)buffer - (uintptr_t)memory->buffers);
}

static void *address_of(const struct virtqueue_memory *memory, uintptr_t offset)
{
	return offset <= memory->size ? memory->buffers + offset : NULL;
}

void *camkes_virtqueue_device_offset_to_buffer(virtqueue_device_t *vq, uintptr_t offset)
{
	return address_of(vq->cookie, offset);
}

void *camkes_virtqueue_driver_offset_to_buffer(virtqueue_driver_t *vq, uintptr_t offset)
{
	return address_of(vq->cookie, offset);
}

static uint64_t offset_of(const virtqueue_driver_t *vq, const void *buffer)
{
	return (uintptr_t)buffer - (uintptr_t)((struct virtqueue_memory *)vq->cookie)->buffers;
}

/* The offsets in descriptors are what the other side made of them. */
static int find(const struct virtqueue_memory *memory, void **buffer, unsigned size)
{
	uintptr_t offset = (uintptr_t)*buffer;
	if (offset > memory->size || size > memory->size - offset)
		return -1;
	*buffer = memory->buffers + offset;
	return 0;
}

int camkes_virtqueue_driver_gather_buffer(virtqueue_driver_t *vq, virtqueue_ring_object_t *object,
					  void **buffer, unsigned *size, vq_flags_t *flag)
{
	return virtqueue_gather_used(vq, object, buffer, size, flag) ? find(vq->cookie, buffer, *size) : -1;
}

int camkes_virtqueue_device_gather_buffer(virtqueue_device_t *vq, virtqueue_ring_object_t *object,
					  void **buffer, unsigned *size, vq_flags_t *flag)
{
	return virtqueue_gather_available(vq, object, buffer, size, flag) ? find(vq->cookie, buffer, *size)
									  : -1;
}

/* ------------------------------------------------------- whole messages */

int camkes_virtqueue_driver_send_buffer(virtqueue_driver_t *vq, void *buffer, size_t size)
{
	virtqueue_ring_object_t object;
	virtqueue_init_ring_object(&object);
	void *offset = (void *)(uintptr_t)offset_of(vq, buffer);
	return virtqueue_add_available_buf(vq, &object, offset, (unsigned)size, VQ_RW) ? 0 : -1;
}

static int add_block(virtqueue_driver_t *vq, virtqueue_ring_object_t *object, const char *from, size_t size)
{
	void *block;
	if (camkes_virtqueue_buffer_alloc(vq, &block, size))
		return -1;
	if (from)
		memcpy(block, from, size);
	if (virtqueue_chain_add(vq, object, offset_of(vq, block), (unsigned)size, VQ_RW))
		return 0;
	camkes_virtqueue_buffer_free(vq, block);
	return -1;
}

/* Takes back what add_block gave, when a chain cannot be completed. */
static int give_up(virtqueue_driver_t *vq, virtqueue_ring_object_t *object)
{
	unsigned index = object->first;
	for (unsigned i = 0; index < vq->queue_len && i < vq->queue_len; i++) {
		free_at(vq->cookie, vq->desc_table[index].addr);
		index = vq->desc_table[index].next;
	}
	virtqueue_chain_drop(vq, object);
	return -1;
}

/* The chain is offered when it is complete: the device may look at any time. */
int camkes_virtqueue_driver_scatter_send_buffer(virtqueue_driver_t *vq, void *buffer, size_t size)
{
	virtqueue_ring_object_t object;
	virtqueue_init_ring_object(&object);
	for (size_t sent = 0; sent < size; sent += BLOCK_SIZE) {
		size_t part = size - sent < BLOCK_SIZE ? size - sent : BLOCK_SIZE;
		if (add_block(vq, &object, buffer ? (const char *)buffer + sent : NULL, part))
			return give_up(vq, &object);
	}
	if (size && !virtqueue_chain_offer(vq, &object))
		return give_up(vq, &object);
	return 0;
}

/* As many blocks as there are descriptors at most, in case a broken device made a ring of them. */
int camkes_virtqueue_driver_gather_copy_buffer(virtqueue_driver_t *vq, virtqueue_ring_object_t *object,
					       void *buffer, size_t size)
{
	void *block;
	unsigned block_size;
	vq_flags_t flag;
	size_t copied = 0;
	for (unsigned i = 0; i < vq->queue_len; i++) {
		if (camkes_virtqueue_driver_gather_buffer(vq, object, &block, &block_size, &flag))
			break;
		size_t part = size - copied < block_size ? size - copied : block_size;
		memcpy((char *)buffer + copied, block, part);
		copied += part;
		camkes_virtqueue_buffer_free(vq, block);
	}
	return 0;
}

/* Copies between BUFFER and a chain; IN: into the chain. Returns how many bytes. */
static size_t copy_chain(virtqueue_device_t *vq, virtqueue_ring_object_t *object, char *buffer, size_t size,
			 int in)
{
	void *block;
	unsigned block_size;
	vq_flags_t flag;
	size_t copied = 0;
	for (unsigned i = 0; i < vq->queue_len && copied < size; i++) {
		if (camkes_virtqueue_device_gather_buffer(vq, object, &block, &block_size, &flag))
			break;
		size_t part = size - copied < block_size ? size - copied : block_size;
		memcpy(in ? block : buffer + copied, in ? buffer + copied : block, part);
		copied += part;
	}
	return copied;
}

int camkes_virtqueue_device_scatter_copy_buffer(virtqueue_device_t *vq, virtqueue_ring_object_t *object,
						void *buffer, size_t size)
{
	size_t copied = copy_chain(vq, object, buffer, size, 1);
	virtqueue_add_used_buf(vq, object, (uint32_t)copied);
	return copied == size ? 0 : -1;
}

int camkes_virtqueue_device_gather_copy_buffer(virtqueue_device_t *vq, virtqueue_ring_object_t *object,
					       void *buffer, size_t size)
{
	size_t copied = copy_chain(vq, object, buffer, size, 0);
	virtqueue_add_used_buf(vq, object, (uint32_t)copied);
	return copied == size ? 0 : -1;
}
