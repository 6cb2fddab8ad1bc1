/*
 * What instance driver of component Driver (signals.camkes:39) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* provides Net net (signals.camkes:32) */
void net__init(void) WEAK;
int net_send(int length);
camkes_error_handler_t net_register_error_handler(camkes_error_handler_t handler);
seL4_Word net_get_sender_id(void);
void net_emit(unsigned int badge);
void net_emit_2(void);
void net_emit_1(void);
int net_largest_badge(void);
void *net_buf(seL4_Word badge);
size_t net_buf_size(seL4_Word badge);
unsigned int net_num_badges(void);
seL4_Word net_enumerate_badge(unsigned int index);
int net_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *net_unwrap_ptr(dataport_ptr_t *pointer);
bool net_has_mac(unsigned int badge);
void net_get_mac(unsigned int badge, uint8_t *mac);

#ifdef __cplusplus
}
#endif

#endif
