/*
 * Queues of messages over a virtqueue: a message is a buffer that the sender offers, and that comes back when
 * the receiver has copied it. The rings have twice as many entries as there are buffers, so that they are
 * never full.
 */
#include "camkes/msgqueue_template.h"

#include "camkes/virtqueue.h"
#include "virtqueue_memory.h"

#include <errno.h>
#include <string.h>

enum role { NONE, SENDER, RECEIVER };

struct end {
	enum role role;
	void *buffer;
	unsigned queue_len;
	size_t size, message_size;
	void (*notify)(void);
	int (*poll)(void);
	void (*wait)(void);
};

static struct end ends[MAX_CAMKES_MSGQUEUE_ID + 1];

static struct end *at(int id)
{
	return id >= 0 && id <= MAX_CAMKES_MSGQUEUE_ID ? &ends[id] : NULL;
}

static int add(int id, const struct end *end)
{
	if (!at(id) || at(id)->role != NONE)
		return EINVAL;
	*at(id) = *end;
	return 0;
}

int camkes_msgqueue_channel_register_sender(int id, void *buffer, unsigned queue_len, size_t size,
					    size_t message_size, void (*notify)(void))
{
	return add(id, &(struct end){ .role = SENDER,
				      .buffer = buffer,
				      .queue_len = queue_len,
				      .size = size,
				      .message_size = message_size,
				      .notify = notify });
}

int camkes_msgqueue_channel_register_receiver(int id, void *buffer, unsigned queue_len, size_t size,
					      size_t message_size, int (*poll)(void), void (*wait)(void))
{
	return add(id, &(struct end){ .role = RECEIVER,
				      .buffer = buffer,
				      .queue_len = queue_len,
				      .size = size,
				      .message_size = message_size,
				      .poll = poll,
				      .wait = wait });
}

int camkes_msgqueue_sender_init(int id, camkes_msgqueue_sender_t *sender)
{
	const struct end *end = at(id);
	if (!sender || !end || end->role != SENDER)
		return EINVAL;
	if (sender->initialised)
		return 0;
	int error = virtqueue_open_driver(&sender->sender_channel, end->buffer, end->size, end->queue_len,
					  end->notify, CAMKES_MSGQUEUE_BLOCK(end->message_size));
	sender->message_size = end->message_size;
	sender->initialised = !error;
	return error;
}

int camkes_msgqueue_receiver_init(int id, camkes_msgqueue_receiver_t *receiver)
{
	const struct end *end = at(id);
	if (!receiver || !end || end->role != RECEIVER)
		return EINVAL;
	if (receiver->initialised)
		return 0;
	int error = virtqueue_open_device(&receiver->receiver_channel, end->buffer, end->size, end->queue_len,
					  NULL);
	receiver->message_size = end->message_size;
	receiver->poll = end->poll;
	receiver->wait = end->wait;
	receiver->initialised = !error;
	return error;
}

/* Frees what has come back: as much as rings can hold, whatever the receiver wrote there. */
static void take_back(virtqueue_driver_t *vq)
{
	virtqueue_ring_object_t object;
	uint32_t length;
	void *buffer;
	unsigned size;
	vq_flags_t flag;
	for (unsigned i = 0; i < vq->queue_len && virtqueue_get_used_buf(vq, &object, &length); i++)
		if (!camkes_virtqueue_driver_gather_buffer(vq, &object, &buffer, &size, &flag))
			camkes_virtqueue_buffer_free(vq, buffer);
}

int camkes_msgqueue_send(camkes_msgqueue_sender_t *sender, void *message, size_t size)
{
	void *buffer;
	if (!sender || !message || !sender->initialised)
		return EINVAL;
	if (size > sender->message_size)
		return EMSGSIZE;
	virtqueue_driver_t *vq = &sender->sender_channel;
	take_back(vq);
	if (camkes_virtqueue_buffer_alloc(vq, &buffer, size))
		return ENOMEM;
	memcpy(buffer, message, size);
	if (camkes_virtqueue_driver_send_buffer(vq, buffer, size)) {
		camkes_virtqueue_buffer_free(vq, buffer);
		return ECOMM;
	}
	vq->notify();
	return 0;
}

int camkes_msgqueue_poll(camkes_msgqueue_receiver_t *receiver)
{
	return receiver && receiver->initialised ? receiver->poll() : EINVAL;
}

int camkes_msgqueue_wait(camkes_msgqueue_receiver_t *receiver)
{
	if (!receiver || !receiver->initialised)
		return EINVAL;
	receiver->wait();
	return 0;
}

int camkes_msgqueue_get(camkes_msgqueue_receiver_t *receiver, void *buffer, size_t size)
{
	virtqueue_ring_object_t object;
	void *message;
	unsigned length;
	vq_flags_t flag;
	if (!receiver || !buffer || !receiver->initialised)
		return EINVAL;
	if (size < receiver->message_size)
		return EMSGSIZE;
	virtqueue_device_t *vq = &receiver->receiver_channel;
	if (!virtqueue_get_available_buf(vq, &object))
		return ENOMSG;
	int error = camkes_virtqueue_device_gather_buffer(vq, &object, &message, &length, &flag);
	if (!error)
		memcpy(buffer, message, length < size ? length : size);
	virtqueue_add_used_buf(vq, &object, length);
	return error ? ENOMSG : 0;
}
