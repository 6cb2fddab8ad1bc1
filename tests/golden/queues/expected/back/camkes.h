/*
 * What instance back of component Back (queues.camkes:21) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* uses VirtQueueDev requests (queues.camkes:14) */
void requests__init(void) WEAK;
size_t requests_get_size(void);
seL4_Word requests_notification_badge(void);

/* dataport Buf in_box (queues.camkes:15) */
void in_box__init(void) WEAK;
extern Buf *in_box;
#define in_box_size sizeof(Buf)
#define in_box_acquire() THREAD_MEMORY_ACQUIRE()
#define in_box_release() THREAD_MEMORY_RELEASE()
static inline size_t in_box_get_size(void)
{
	return in_box_size;
}
int in_box_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *in_box_unwrap_ptr(dataport_ptr_t *pointer);
int in_box_cache_op(size_t start, size_t size, dma_cache_op_t operation);

#ifdef __cplusplus
}
#endif

#endif
