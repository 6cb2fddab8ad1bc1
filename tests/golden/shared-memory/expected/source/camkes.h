/*
 * What instance source of component Source (shared-memory.camkes:21) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* emits Tick strikes (shared-memory.camkes:7) */
void strikes__init(void) WEAK;
void strikes_emit(void);
void strikes_emit_underlying(void);

/* consumes Tick own (shared-memory.camkes:8) */
void own__init(void) WEAK;
void own_wait(void);
int own_poll(void);
int own_reg_callback(void (*callback)(void *), void *argument);
camkes_error_handler_t own_register_error_handler(camkes_error_handler_t handler);
void own_handle(void) WEAK;
int own_acknowledge(void)
	__attribute__((error("'own' is an event of another component: only interrupts are acknowledged")));

/* dataport Buf(8192) frame (shared-memory.camkes:9) */
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

/* dataport Buf memory (shared-memory.camkes:10) */
void memory__init(void) WEAK;
extern Buf *memory;
#define memory_size sizeof(Buf)
#define memory_acquire() THREAD_MEMORY_ACQUIRE()
#define memory_release() THREAD_MEMORY_RELEASE()
static inline size_t memory_get_size(void)
{
	return memory_size;
}
int memory_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *memory_unwrap_ptr(dataport_ptr_t *pointer);
int memory_cache_op(size_t start, size_t size, dma_cache_op_t operation);

#ifdef __cplusplus
}
#endif

#endif
