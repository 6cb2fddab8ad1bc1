/*
 * What instance one of component group (groups.camkes:49) offers its program.
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

/* attribute point left_origin (groups.camkes:24) */
#define left_origin_DEF { 1 }
extern const struct point left_origin;

/* attribute int left_number (groups.camkes:25) */
#define left_number_DEF 1
extern const int left_number;

/* attribute point right_origin (groups.camkes:33) */
#define right_origin_DEF { 2 }
extern const struct point right_origin;

/* attribute int right_number (groups.camkes:34) */
#define right_number_DEF 2
extern const int right_number;

/* uses Address left_there (groups.camkes:19) */
void left_there__init(void) WEAK;
void left_there_take(uintptr_t where);
camkes_error_handler_t left_there_register_error_handler(camkes_error_handler_t handler);

/* uses Plain left_direct (groups.camkes:20) */
void left_direct__init(void) WEAK;
int left_direct_add(int a, int b);
void left_direct_all(size_t numbers_sz, const int *numbers, char **text);
camkes_error_handler_t left_direct_register_error_handler(camkes_error_handler_t handler);

/* emits Signal left_signal (groups.camkes:21) */
void left_signal__init(void) WEAK;
void left_signal_emit(void);
void left_signal_emit_underlying(void);

/* dataport Buf left_data (groups.camkes:22) */
void left_data__init(void) WEAK;
extern Buf *left_data;
#define left_data_size sizeof(Buf)
#define left_data_acquire() THREAD_MEMORY_ACQUIRE()
#define left_data_release() THREAD_MEMORY_RELEASE()
static inline size_t left_data_get_size(void)
{
	return left_data_size;
}
int left_data_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *left_data_unwrap_ptr(dataport_ptr_t *pointer);
int left_data_cache_op(size_t start, size_t size, dma_cache_op_t operation);

/* provides Address right_there (groups.camkes:29) */
void right_there__init(void) WEAK;
void right_there_take(uintptr_t where);
camkes_error_handler_t right_there_register_error_handler(camkes_error_handler_t handler);
seL4_Word right_there_get_sender_id(void);

/* provides Plain right_direct (groups.camkes:30) */
void right_direct__init(void) WEAK;
int right_direct_add(int a, int b);
void right_direct_all(size_t numbers_sz, const int *numbers, char **text);
camkes_error_handler_t right_direct_register_error_handler(camkes_error_handler_t handler);

/* consumes Signal right_signal (groups.camkes:31) */
void right_signal__init(void) WEAK;
void right_signal_wait(void);
int right_signal_poll(void);
int right_signal_reg_callback(void (*callback)(void *), void *argument);
camkes_error_handler_t right_signal_register_error_handler(camkes_error_handler_t handler);
void right_signal_handle(void) WEAK;
int right_signal_acknowledge(void)
	__attribute__((error("'right_signal' is an event of another component: only interrupts are acknowledged")));

/* dataport Buf right_data (groups.camkes:32) */
void right_data__init(void) WEAK;
extern Buf *right_data;
#define right_data_size sizeof(Buf)
#define right_data_acquire() THREAD_MEMORY_ACQUIRE()
#define right_data_release() THREAD_MEMORY_RELEASE()
static inline size_t right_data_get_size(void)
{
	return right_data_size;
}
int right_data_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *right_data_unwrap_ptr(dataport_ptr_t *pointer);
int right_data_cache_op(size_t start, size_t size, dma_cache_op_t operation);

/* has mutex left_lock (groups.camkes:23) */
int left_lock_lock(void);
int left_lock_unlock(void);

#ifdef __cplusplus
}
#endif

#endif
