/*
 * What instance left of component Target (shared-memory.camkes:22) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* consumes Tick strikes (shared-memory.camkes:14) */
void strikes__init(void) WEAK;
void strikes_wait(void);
int strikes_poll(void);
int strikes_reg_callback(void (*callback)(void *), void *argument);
camkes_error_handler_t strikes_register_error_handler(camkes_error_handler_t handler);
void strikes_handle(void) WEAK;
int strikes_acknowledge(void)
	__attribute__((error("'strikes' is an event of another component: only interrupts are acknowledged")));

/* dataport Buf(8192) frame (shared-memory.camkes:15) */
void frame__init(void) WEAK;
extern void *frame;
#define frame_size ((size_t)8192)
#define frame_acquire() THREAD_MEMORY_ACQUIRE()
#define frame_release() THREAD_MEMORY_RELEASE()
static inline size_t frame_get_size(void)
{
	return frame_size;
}
int frame_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *frame_unwrap_ptr(dataport_ptr_t *pointer);
extern struct causeway_dataport_caps frame_handle; /* <camkes/dataport_caps.h> */
int frame_cache_op(size_t start, size_t size, dma_cache_op_t operation);

/* dataport Buf ring (shared-memory.camkes:16) */
void ring__init(void) WEAK;
extern Buf *ring;
#define ring_size sizeof(Buf)
#define ring_acquire() THREAD_MEMORY_ACQUIRE()
#define ring_release() THREAD_MEMORY_RELEASE()
static inline size_t ring_get_size(void)
{
	return ring_size;
}
int ring_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *ring_unwrap_ptr(dataport_ptr_t *pointer);
int ring_cache_op(size_t start, size_t size, dma_cache_op_t operation);

#ifdef __cplusplus
}
#endif

#endif
