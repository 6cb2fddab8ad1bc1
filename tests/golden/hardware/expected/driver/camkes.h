/*
 * What instance driver of component Driver (hardware.camkes:42) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* dataport Buf(4096) uart (hardware.camkes:22) */
void uart__init(void) WEAK;
extern void *uart;
#define uart_size ((size_t)4096)
#define uart_acquire() THREAD_MEMORY_ACQUIRE()
#define uart_release() THREAD_MEMORY_RELEASE()
static inline size_t uart_get_size(void)
{
	return uart_size;
}
int uart_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *uart_unwrap_ptr(dataport_ptr_t *pointer);
void *uart_translate_paddr(uintptr_t address, size_t size);
int uart_flush_cache(size_t start, size_t size, dma_cache_op_t operation)
	;
int uart_cache_op(size_t start, size_t size, dma_cache_op_t operation);

/* consumes Interrupt received (hardware.camkes:23) */
void received__init(void) WEAK;
void received_handle(void) WEAK;
int received_acknowledge(void);
void received_wait(void)
	__attribute__((error("'received' is an interrupt: define received_handle, which is called when it comes")));
int received_poll(void)
	__attribute__((error("'received' is an interrupt: define received_handle, which is called when it comes")));
int received_reg_callback(void (*callback)(void *), void *argument)
	__attribute__((error("'received' is an interrupt: define received_handle, which is called when it comes")));

/* consumes Interrupt sent (hardware.camkes:24) */
void sent__init(void) WEAK;
void sent_handle(void) WEAK;
int sent_acknowledge(void);
void sent_wait(void)
	__attribute__((error("'sent' is an interrupt: define sent_handle, which is called when it comes")));
int sent_poll(void)
	__attribute__((error("'sent' is an interrupt: define sent_handle, which is called when it comes")));
int sent_reg_callback(void (*callback)(void *), void *argument)
	__attribute__((error("'sent' is an interrupt: define sent_handle, which is called when it comes")));

/* emits Ready ready (hardware.camkes:25) */
void ready__init(void) WEAK;
void ready_emit(void);
void ready_emit_underlying(void);

#ifdef __cplusplus
}
#endif

#endif
