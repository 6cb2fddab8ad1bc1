/*
 * What a connector's glue calls before the component starts: an end of a virtqueue.
 */
#ifndef CAMKES_VIRTQUEUE_TEMPLATE_H
#define CAMKES_VIRTQUEUE_TEMPLATE_H

#include "virtqueue.h"

#ifdef __cplusplus
extern "C" {
#endif

/* 0; -1 where ID is out of range or taken. BUFFER has SIZE bytes and lasts as long as the component. */
int camkes_virtqueue_channel_register(int id, const char *interface_name, unsigned queue_len, size_t size,
				      volatile void *buffer, void (*notify)(void),
				      seL4_CPtr recv_notification, seL4_Word recv_badge,
				      virtqueue_role_t role);

#ifdef __cplusplus
}
#endif

#endif
