/*
 * What instance left of component Left (own-connectors.camkes:28) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* emits Ring ring (own-connectors.camkes:15) */
void ring__init(void) WEAK;
void ring_emit(void);
void ring_emit_underlying(void);

/* consumes Done done (own-connectors.camkes:16) */
void done__init(void) WEAK;
void done_wait(void);
int done_poll(void);
int done_reg_callback(void (*callback)(void *), void *argument)
	__attribute__((error("the connector of 'done' has no such function: its events are taken from the notification")));
void done_handle(void) WEAK;

/* uses Question question (own-connectors.camkes:17) */
void question__init(void) WEAK;
char *question_ask(const char *what, int *cost);
void question_end(void);
camkes_error_handler_t question_register_error_handler(camkes_error_handler_t handler);

#ifdef __cplusplus
}
#endif

#endif
