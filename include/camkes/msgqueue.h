/*
 * CAmkES' queues of messages: the ends that seL4MessageQueue connections gave this component, by their id.
 * Functions return 0 or an errno number; EINVAL: the end was not initialised, or there is none with that id.
 */
#ifndef CAMKES_MSGQUEUE_H
#define CAMKES_MSGQUEUE_H

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>

#include "../camkes-compat/sel4/sel4.h"
#include "../camkes-compat/virtqueue.h"

#ifdef __cplusplus
extern "C" {
#endif

/* All zero at first. */
typedef struct camkes_msgqueue_sender {
	bool initialised;
	virtqueue_driver_t sender_channel;
	size_t message_size; /* bytes */
} camkes_msgqueue_sender_t;

typedef struct camkes_msgqueue_receiver {
	bool initialised;
	virtqueue_device_t receiver_channel;
	size_t message_size;
	int (*poll)(void);
	void (*wait)(void);
} camkes_msgqueue_receiver_t;

/* The sender's has to come first. */
int camkes_msgqueue_sender_init(int id, camkes_msgqueue_sender_t *sender);
int camkes_msgqueue_receiver_init(int id, camkes_msgqueue_receiver_t *receiver);

/* picolibc knows it only on request; as Linux has it. */
#ifndef ECOMM
#define ECOMM 70
#endif

/* Puts a copy into the queue and tells the receiver; never blocks. EMSGSIZE: too large; ENOMEM or ECOMM: it
 * is full. */
int camkes_msgqueue_send(camkes_msgqueue_sender_t *sender, void *message, size_t size);

/* Whether a message was sent since the last look: 1 or 0. */
int camkes_msgqueue_poll(camkes_msgqueue_receiver_t *receiver);

/* Blocks until one was. */
int camkes_msgqueue_wait(camkes_msgqueue_receiver_t *receiver);

/* Takes the oldest message. EMSGSIZE: SIZE is smaller than messages are; ENOMSG: none waits. */
int camkes_msgqueue_get(camkes_msgqueue_receiver_t *receiver, void *buffer, size_t size);

#ifdef __cplusplus
}
#endif

#endif
