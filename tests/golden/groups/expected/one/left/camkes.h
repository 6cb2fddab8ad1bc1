/*
 * What instance left of component Left (groups.camkes:49) offers its program.
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

/* attribute point origin (groups.camkes:24) */
#define origin_DEF { 1 }
extern const struct point origin;

/* attribute int number (groups.camkes:25) */
#define number_DEF 1
extern const int number;

/* uses Address there (groups.camkes:19) */
void there__init(void) WEAK;
void there_take(uintptr_t where);
camkes_error_handler_t there_register_error_handler(camkes_error_handler_t handler);

/* uses Plain direct (groups.camkes:20) */
void direct__init(void) WEAK;
int direct_add(int a, int b);
void direct_all(size_t numbers_sz, const int *numbers, char **text);
camkes_error_handler_t direct_register_error_handler(camkes_error_handler_t handler);

/* emits Signal signal (groups.camkes:21) */
void signal__init(void) WEAK;
void signal_emit(void);
void signal_emit_underlying(void);

/* dataport Buf data (groups.camkes:22) */
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

/* has mutex lock (groups.camkes:23) */
int lock_lock(void);
int lock_unlock(void);

#ifdef __cplusplus
}
#endif

#endif
