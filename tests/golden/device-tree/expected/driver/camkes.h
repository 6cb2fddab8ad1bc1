/*
 * What instance driver of component Driver (device-tree.camkes:40) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* emits Dummy stand_in, not connected (device-tree.camkes:12) */
void stand_in__init(void) WEAK;
void stand_in_emit(void);
void stand_in_emit_underlying(void) WEAK;

/* consumes Dummy uart (device-tree.camkes:13) */
void uart__init(void) WEAK;
extern void *uart_0;
int uart_0_flush_cache(size_t start, size_t size, dma_cache_op_t operation);
void uart_irq_handle(ps_irq_t *irq) WEAK;
int uart_irq_acknowledge(ps_irq_t *irq);

/* consumes Dummy timer (device-tree.camkes:14) */
void timer__init(void) WEAK;
extern void *timer_0;
int timer_0_flush_cache(size_t start, size_t size, dma_cache_op_t operation)
	__attribute__((error("a protection domain cannot maintain caches; leave hardware_cached out")));
void timer_irq_handle(ps_irq_t *irq) WEAK;

/* consumes Dummy served (device-tree.camkes:15) */
void served__init(void) WEAK;
extern void *served_0;
int served_0_flush_cache(size_t start, size_t size, dma_cache_op_t operation);
void served_irq_handle(ps_irq_t *irq) WEAK;
int served_irq_acknowledge(ps_irq_t *irq);

/* consumes Dummy told (device-tree.camkes:16) */
void told__init(void) WEAK;
extern void *told_0;
int told_0_flush_cache(size_t start, size_t size, dma_cache_op_t operation);
void told_irq_handle(ps_irq_t *irq) WEAK;
seL4_CPtr told_notification(void);

/* consumes Irq line (device-tree.camkes:17) */
void line__init(void) WEAK;
void line_wait(void)
	__attribute__((error("the connector of 'line' has no such function: its events are taken from the notification")));
int line_poll(void)
	__attribute__((error("the connector of 'line' has no such function: its events are taken from the notification")));
seL4_CPtr line_notification(void);
int line_reg_callback(void (*callback)(void *), void *argument)
	__attribute__((error("the connector of 'line' has no such function: its events are taken from the notification")));
seL4_Word line_notification_badge(void);
void line_handle(void) WEAK;

#ifdef __cplusplus
}
#endif

#endif
