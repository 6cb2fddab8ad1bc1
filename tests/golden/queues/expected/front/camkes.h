/*
 * What instance front of component Front (queues.camkes:20) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* uses VirtQueueDrv requests (queues.camkes:6) */
void requests__init(void) WEAK;
size_t requests_get_size(void);
seL4_Word requests_notification_badge(void);

/* uses VirtQueueDrv inner (queues.camkes:7) */
void inner__init(void) WEAK;
size_t inner_get_size(void);
seL4_Word inner_notification_badge(void);

/* uses VirtQueueDev inner_end (queues.camkes:8) */
void inner_end__init(void) WEAK;
size_t inner_end_get_size(void);
seL4_Word inner_end_notification_badge(void);

/* dataport Buf messages (queues.camkes:9) */
void messages__init(void) WEAK;
extern Buf *messages;
#define messages_size sizeof(Buf)
#define messages_acquire() THREAD_MEMORY_ACQUIRE()
#define messages_release() THREAD_MEMORY_RELEASE()
static inline size_t messages_get_size(void)
{
	return messages_size;
}
int messages_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *messages_unwrap_ptr(dataport_ptr_t *pointer);
int messages_cache_op(size_t start, size_t size, dma_cache_op_t operation);

#ifdef __cplusplus
}
#endif

#endif
