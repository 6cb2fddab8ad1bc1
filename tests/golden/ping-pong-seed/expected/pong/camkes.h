/*
 * What instance pong of component Pong (ping-pong.camkes:25) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* dataport Buf(4096) sharedbuf_1 (ping-pong.camkes:16) */
void sharedbuf_1__init(void) WEAK;
extern void *sharedbuf_1;
#define sharedbuf_1_size ((size_t)4096)
#define sharedbuf_1_acquire() THREAD_MEMORY_ACQUIRE()
#define sharedbuf_1_release() THREAD_MEMORY_RELEASE()
static inline size_t sharedbuf_1_get_size(void)
{
	return sharedbuf_1_size;
}
int sharedbuf_1_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *sharedbuf_1_unwrap_ptr(dataport_ptr_t *pointer);
int sharedbuf_1_cache_op(size_t start, size_t size, dma_cache_op_t operation);

/* dataport Buf(4096) sharedbuf_2 (ping-pong.camkes:17) */
void sharedbuf_2__init(void) WEAK;
extern void *sharedbuf_2;
#define sharedbuf_2_size ((size_t)4096)
#define sharedbuf_2_acquire() THREAD_MEMORY_ACQUIRE()
#define sharedbuf_2_release() THREAD_MEMORY_RELEASE()
static inline size_t sharedbuf_2_get_size(void)
{
	return sharedbuf_2_size;
}
int sharedbuf_2_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *sharedbuf_2_unwrap_ptr(dataport_ptr_t *pointer);
int sharedbuf_2_cache_op(size_t start, size_t size, dma_cache_op_t operation);

/* consumes Done n1 (ping-pong.camkes:18) */
void n1__init(void) WEAK;
void n1_wait(void);
int n1_poll(void);
int n1_reg_callback(void (*callback)(void *), void *argument);
camkes_error_handler_t n1_register_error_handler(camkes_error_handler_t handler);
void n1_handle(void) WEAK;
int n1_acknowledge(void)
	__attribute__((error("'n1' is an event of another component: only interrupts are acknowledged")));

/* emits Ready n2 (ping-pong.camkes:19) */
void n2__init(void) WEAK;
void n2_emit(void);
void n2_emit_underlying(void);

#ifdef __cplusplus
}
#endif

#endif
