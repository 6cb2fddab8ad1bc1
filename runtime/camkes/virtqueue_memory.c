#include "virtqueue_memory.h"

#include <errno.h>
#include <stdlib.h>

/* Where the parts of a queue are, as offsets: src/connector/virtqueues.c counts the same. */
struct layout {
	size_t used, descriptors, buffers;
};

static size_t aligned(size_t size)
{
	return (size + 7) & ~(size_t)7;
}

static struct layout layout(unsigned length)
{
	struct layout at;
	at.used = aligned(sizeof(vq_vring_avail_t) + sizeof(uint16_t) * length);
	at.descriptors =
		at.used + aligned(sizeof(vq_vring_used_t) + sizeof(struct vq_vring_used_elem) * length);
	at.buffers = at.descriptors + sizeof(vq_vring_desc_t) * length;
	return at;
}

static int is_possible(const void *start, size_t size, unsigned length)
{
	return start && length && !(length & (length - 1)) && length <= 32768 &&
	       layout(length).buffers < size;
}

static struct virtqueue_memory *make_memory(char *buffers, size_t size, size_t block_size)
{
	unsigned count = block_size ? (unsigned)(size / block_size) : 0;
	struct virtqueue_memory *memory = calloc(1, sizeof *memory + count * sizeof *memory->free);
	if (!memory)
		return NULL;
	memory->buffers = buffers;
	memory->size = size;
	memory->block_size = block_size;
	memory->block_count = count;
	for (unsigned i = 0; i < count; i++)
		memory->free[i] = i + 1;
	return memory;
}

/* Rings begin at multiples of eight bytes, whatever the compiler can see of that. */
#define AT(type, start, offset) ((type *)(void *)((char *)(start) + (offset)))

int virtqueue_open_driver(virtqueue_driver_t *vq, void *start, size_t size, unsigned length,
			  void (*notify)(void), size_t block_size)
{
	struct layout at = layout(length);
	if (!vq || !is_possible(start, size, length) || !block_size)
		return EINVAL;
	struct virtqueue_memory *memory =
		make_memory((char *)start + at.buffers, size - at.buffers, block_size);
	if (!memory)
		return ENOMEM;
	virtqueue_init_driver(vq, length, AT(vq_vring_avail_t, start, 0), AT(vq_vring_used_t, start, at.used),
			      AT(vq_vring_desc_t, start, at.descriptors), notify, memory);
	return 0;
}

int virtqueue_open_device(virtqueue_device_t *vq, void *start, size_t size, unsigned length,
			  void (*notify)(void))
{
	struct layout at = layout(length);
	if (!vq || !is_possible(start, size, length))
		return EINVAL;
	struct virtqueue_memory *memory = make_memory((char *)start + at.buffers, size - at.buffers, 0);
	if (!memory)
		return ENOMEM;
	virtqueue_init_device(vq, length, AT(vq_vring_avail_t, start, 0), AT(vq_vring_used_t, start, at.used),
			      AT(vq_vring_desc_t, start, at.descriptors), notify, memory);
	return 0;
}
