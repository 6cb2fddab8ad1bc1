/*
 * What instance source of component Source (events.camkes:20) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* emits Tick first (events.camkes:6) */
void first__init(void) WEAK;
void first_emit(void);
void first_emit_underlying(void);

/* emits Tick second (events.camkes:7) */
void second__init(void) WEAK;
void second_emit(void);
void second_emit_underlying(void);

/* emits Tick nobody_listens, not connected (events.camkes:8) */
void nobody_listens__init(void) WEAK;
void nobody_listens_emit(void);
void nobody_listens_emit_underlying(void) WEAK;

/* consumes Tick own (events.camkes:9) */
void own__init(void) WEAK;
void own_wait(void);
int own_poll(void);
int own_reg_callback(void (*callback)(void *), void *argument);
camkes_error_handler_t own_register_error_handler(camkes_error_handler_t handler);
void own_handle(void) WEAK;
int own_acknowledge(void)
	__attribute__((error("'own' is an event of another component: only interrupts are acknowledged")));

/* emits Tick to_own (events.camkes:10) */
void to_own__init(void) WEAK;
void to_own_emit(void);
void to_own_emit_underlying(void);

#ifdef __cplusplus
}
#endif

#endif
