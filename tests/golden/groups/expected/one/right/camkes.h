/*
 * What instance right of component Right (groups.camkes:50) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* struct point (groups.camkes:4) */
struct point {
	int x;
};

/* attribute point origin (groups.camkes:33) */
#define origin_DEF { 2 }
extern const struct point origin;

/* attribute int number (groups.camkes:34) */
#define number_DEF 2
extern const int number;

/* provides Address there (groups.camkes:29) */
void there__init(void) WEAK;
void there_take(uintptr_t where);
camkes_error_handler_t there_register_error_handler(camkes_error_handler_t handler);
seL4_Word there_get_sender_id(void);

/* provides Plain direct (groups.camkes:30) */
void direct__init(void) WEAK;
int direct_add(int a, int b);
void direct_all(size_t numbers_sz, const int *numbers, char **text);
camkes_error_handler_t direct_register_error_handler(camkes_error_handler_t handler);

/* consumes Signal signal (groups.camkes:31) */
void signal__init(void) WEAK;
void signal_wait(void);
int signal_poll(void);
int signal_reg_callback(void (*callback)(void *), void *argument);
camkes_error_handler_t signal_register_error_handler(camkes_error_handler_t handler);
void signal_handle(void) WEAK;
int signal_acknowledge(void)
	__attribute__((error("'signal' is an event of another component: only interrupts are acknowledged")));

/* dataport Buf data (groups.camkes:32) */
void data__init(void) WEAK;
extern Buf *data;
#define data_size sizeof(Buf)
#define data_acquire() THREAD_MEMORY_ACQUIRE()
#define data_release() THREAD_MEMORY_RELEASE()
static inline size_t data_get_size(void)
{
	return data_size;
}
int data_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *data_unwrap_ptr(dataport_ptr_t *pointer);
int data_cache_op(size_t start, size_t size, dma_cache_op_t operation);

#ifdef __cplusplus
}
#endif

#endif
