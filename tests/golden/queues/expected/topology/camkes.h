/*
 * What instance topology of component VirtQueueInit (queues.camkes:23) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* provides VirtQueue init, not connected (connectors.h:10) */
void init__init(void) WEAK;
camkes_error_handler_t init_register_error_handler(camkes_error_handler_t handler);
seL4_Word init_get_sender_id(void);

#ifdef __cplusplus
}
#endif

#endif
