/*
 * What instance two of component Client (signals.camkes:38) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* uses Net net (signals.camkes:22) */
void net__init(void) WEAK;
int net_send(int length);
camkes_error_handler_t net_register_error_handler(camkes_error_handler_t handler);
seL4_CPtr net_notification(void);
seL4_Word net_notification_badge(void);
static inline void net_wait_notification(void)
{
	seL4_Wait(net_notification(), NULL);
}
volatile void *net_get_buf(void);
size_t net_get_size(void);
int net_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *net_unwrap_ptr(dataport_ptr_t *pointer);

/* uses Net loop (signals.camkes:23) */
void loop__init(void) WEAK;
int loop_send(int length);
camkes_error_handler_t loop_register_error_handler(camkes_error_handler_t handler);
volatile void *loop_get_buf(void);
size_t loop_get_size(void);
int loop_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *loop_unwrap_ptr(dataport_ptr_t *pointer);

/* provides Net own (signals.camkes:24) */
void own__init(void) WEAK;
int own_send(int length);
camkes_error_handler_t own_register_error_handler(camkes_error_handler_t handler);
seL4_Word own_get_sender_id(void);
void *own_buf(seL4_Word badge);
size_t own_buf_size(seL4_Word badge);
unsigned int own_num_badges(void);
seL4_Word own_enumerate_badge(unsigned int index);
int own_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *own_unwrap_ptr(dataport_ptr_t *pointer);
#define own_num_clients() 1
int own_handle_message(seL4_MessageInfo_t *info, seL4_Word badge)
	__attribute__((error("'own' is served by a strand of its own while run() waits or is over: leave the loop that receives its calls out")));

/* dataport Buf buffer (signals.camkes:25) */
void buffer__init(void) WEAK;
extern Buf *buffer;
#define buffer_size sizeof(Buf)
#define buffer_acquire() THREAD_MEMORY_ACQUIRE()
#define buffer_release() THREAD_MEMORY_RELEASE()
static inline size_t buffer_get_size(void)
{
	return buffer_size;
}
int buffer_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *buffer_unwrap_ptr(dataport_ptr_t *pointer);
int buffer_cache_op(size_t start, size_t size, dma_cache_op_t operation);

/* has mutex m (signals.camkes:26) */
int m_lock(void);
int m_unlock(void);

/* has semaphore s (signals.camkes:27) */
int s_wait(void);
int s_trywait(void);
int s_post(void);

/* has binary_semaphore b (signals.camkes:28) */
int b_wait(void);
int b_post(void);

#ifdef __cplusplus
}
#endif

#endif
