/*
 * What instance branch.leaf of component Leaf (compound.camkes:14) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* consumes Go go (compound.camkes:6) */
void go__init(void) WEAK;
void go_wait(void);
int go_poll(void);
int go_reg_callback(void (*callback)(void *), void *argument);
camkes_error_handler_t go_register_error_handler(camkes_error_handler_t handler);
void go_handle(void) WEAK;
int go_acknowledge(void)
	__attribute__((error("'go' is an event of another component: only interrupts are acknowledged")));

/* dataport Buf data (compound.camkes:7) */
void data__init(void) WEAK;
extern Buf *data;
#define data_size sizeof(Buf)
#define data_acquire() THREAD_MEMORY_ACQUIRE()
#define data_release() THREAD_MEMORY_RELEASE()
static inline size_t data_get_size(void)
{
	return data_size;
}
int data_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *data_unwrap_ptr(dataport_ptr_t *pointer);
int data_cache_op(size_t start, size_t size, dma_cache_op_t operation);

#ifdef __cplusplus
}
#endif

#endif
