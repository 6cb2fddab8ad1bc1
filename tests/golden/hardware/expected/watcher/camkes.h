/*
 * What instance watcher of component Watcher (hardware.camkes:43) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* dataport Buf(4096) uart (hardware.camkes:29) */
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

/* dataport Buf(8192) card (hardware.camkes:30) */
void card__init(void) WEAK;
extern void *card;
#define card_size ((size_t)8192)
#define card_acquire() THREAD_MEMORY_ACQUIRE()
#define card_release() THREAD_MEMORY_RELEASE()
static inline size_t card_get_size(void)
{
	return card_size;
}
int card_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *card_unwrap_ptr(dataport_ptr_t *pointer);
void *card_translate_paddr(uintptr_t address, size_t size);
int card_flush_cache(size_t start, size_t size, dma_cache_op_t operation)
	__attribute__((error("a protection domain cannot maintain caches; leave <interface>_hardware_cached out")));
int card_cache_op(size_t start, size_t size, dma_cache_op_t operation);

/* consumes Ready ready (hardware.camkes:31) */
void ready__init(void) WEAK;
void ready_wait(void);
int ready_poll(void);
int ready_reg_callback(void (*callback)(void *), void *argument);
camkes_error_handler_t ready_register_error_handler(camkes_error_handler_t handler);
void ready_handle(void) WEAK;
int ready_acknowledge(void)
	__attribute__((error("'ready' is an event of another component: only interrupts are acknowledged")));

/* consumes Interrupt pin (hardware.camkes:32) */
void pin__init(void) WEAK;
void pin_handle(void) WEAK;
int pin_acknowledge(void);
void pin_wait(void)
	__attribute__((error("'pin' is an interrupt: define pin_handle, which is called when it comes")));
int pin_poll(void)
	__attribute__((error("'pin' is an interrupt: define pin_handle, which is called when it comes")));
int pin_reg_callback(void (*callback)(void *), void *argument)
	__attribute__((error("'pin' is an interrupt: define pin_handle, which is called when it comes")));

/* consumes Interrupt isa (hardware.camkes:33) */
void isa__init(void) WEAK;
void isa_handle(void) WEAK;
int isa_acknowledge(void);
void isa_wait(void)
	__attribute__((error("'isa' is an interrupt: define isa_handle, which is called when it comes")));
int isa_poll(void)
	__attribute__((error("'isa' is an interrupt: define isa_handle, which is called when it comes")));
int isa_reg_callback(void (*callback)(void *), void *argument)
	__attribute__((error("'isa' is an interrupt: define isa_handle, which is called when it comes")));

/* consumes Interrupt pci (hardware.camkes:34) */
void pci__init(void) WEAK;
void pci_handle(void) WEAK;
int pci_acknowledge(void);
void pci_wait(void)
	__attribute__((error("'pci' is an interrupt: define pci_handle, which is called when it comes")));
int pci_poll(void)
	__attribute__((error("'pci' is an interrupt: define pci_handle, which is called when it comes")));
int pci_reg_callback(void (*callback)(void *), void *argument)
	__attribute__((error("'pci' is an interrupt: define pci_handle, which is called when it comes")));

/* consumes Interrupt message (hardware.camkes:35) */
void message__init(void) WEAK;
void message_handle(void) WEAK;
int message_acknowledge(void);
void message_wait(void)
	__attribute__((error("'message' is an interrupt: define message_handle, which is called when it comes")));
int message_poll(void)
	__attribute__((error("'message' is an interrupt: define message_handle, which is called when it comes")));
int message_reg_callback(void (*callback)(void *), void *argument)
	__attribute__((error("'message' is an interrupt: define message_handle, which is called when it comes")));

#ifdef __cplusplus
}
#endif

#endif
