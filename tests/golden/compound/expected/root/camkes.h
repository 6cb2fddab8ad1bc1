/*
 * What instance root of component Root (compound.camkes:28) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>

#ifdef __cplusplus
extern "C" {
#endif

/* emits Go go (compound.camkes:22) */
void go__init(void) WEAK;
void go_emit(void);
void go_emit_underlying(void);

/* dataport Buf data (compound.camkes:23) */
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
