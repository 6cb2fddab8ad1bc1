/*
 * What a connector's glue calls before the component starts: an end of a queue of messages.
 */
#ifndef CAMKES_MSGQUEUE_TEMPLATE_H
#define CAMKES_MSGQUEUE_TEMPLATE_H

#include "msgqueue.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MAX_CAMKES_MSGQUEUE_ID 100

/* Bytes that a queue of COUNT messages of SIZE bytes needs at most: a block each, and twice as many entries
 * in rings. */
#define CAMKES_MSGQUEUE_MEMORY(count, size) ((count)*CAMKES_MSGQUEUE_BLOCK(size) + 52 * (count) + 24)

/* Messages lie in blocks whose size is a multiple of eight bytes. */
#define CAMKES_MSGQUEUE_BLOCK(size) (((size) + 7) / 8 * 8)

/* 0, or EINVAL where ID is out of range or taken. BUFFER has SIZE bytes; QUEUE_LEN is of the rings, a power
 * of two. */
int camkes_msgqueue_channel_register_sender(int id, void *buffer, unsigned queue_len, size_t size,
					    size_t message_size, void (*notify)(void));
int camkes_msgqueue_channel_register_receiver(int id, void *buffer, unsigned queue_len, size_t size,
					      size_t message_size, int (*poll)(void), void (*wait)(void));

#ifdef __cplusplus
}
#endif

#endif
