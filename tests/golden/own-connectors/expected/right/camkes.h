/*
 * What instance right of component Right (own-connectors.camkes:29) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* consumes Ring ring (own-connectors.camkes:21) */
void ring__init(void) WEAK;
void ring_wait(void);
int ring_poll(void);
int ring_reg_callback(void (*callback)(void *), void *argument);
camkes_error_handler_t ring_register_error_handler(camkes_error_handler_t handler);
void ring_handle(void) WEAK;
int ring_acknowledge(void)
	__attribute__((error("'ring' is an event of another component: only interrupts are acknowledged")));

/* emits Done done (own-connectors.camkes:22) */
void done__init(void) WEAK;
void done_emit(void);
void done_emit_underlying(void);

/* provides Question question (own-connectors.camkes:23) */
void question__init(void) WEAK;
char *question_ask(const char *what, int *cost);
void question_end(void);
camkes_error_handler_t question_register_error_handler(camkes_error_handler_t handler);
seL4_Word question_get_sender_id(void);

#ifdef __cplusplus
}
#endif

#endif
