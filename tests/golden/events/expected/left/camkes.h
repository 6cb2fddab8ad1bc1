/*
 * What instance left of component Sink (events.camkes:21) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* consumes Tick tick (events.camkes:14) */
void tick__init(void) WEAK;
void tick_wait(void);
int tick_poll(void);
int tick_reg_callback(void (*callback)(void *), void *argument);
camkes_error_handler_t tick_register_error_handler(camkes_error_handler_t handler);
void tick_handle(void) WEAK;
int tick_acknowledge(void)
	__attribute__((error("'tick' is an event of another component: only interrupts are acknowledged")));

/* consumes Tick never, not connected (events.camkes:15) */
void never__init(void) WEAK;
void never_wait(void) WEAK;
int never_poll(void) WEAK;
int never_reg_callback(void (*callback)(void *), void *argument) WEAK;
camkes_error_handler_t never_register_error_handler(camkes_error_handler_t handler) WEAK;
void never_handle(void) WEAK;
int never_acknowledge(void)
	__attribute__((error("'never' is an event of another component: only interrupts are acknowledged")));

#ifdef __cplusplus
}
#endif

#endif
