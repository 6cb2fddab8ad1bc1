/*
 * What instance c of component Node (dataports.camkes:17) offers its program.
 */
#ifndef CAMKES_H
#define CAMKES_H

#include <camkes/instance.h>
#include "record.h"

#ifdef __cplusplus
extern "C" {
#endif

/* dataport record_t records (dataports.camkes:7) */
void records__init(void) WEAK;
extern record_t *records;
#define records_size sizeof(record_t)
#define records_acquire() THREAD_MEMORY_ACQUIRE()
#define records_release() THREAD_MEMORY_RELEASE()
static inline size_t records_get_size(void)
{
	return records_size;
}
int records_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *records_unwrap_ptr(dataport_ptr_t *pointer);
int records_cache_op(size_t start, size_t size, dma_cache_op_t operation);

/* dataport Buf plain, not connected (dataports.camkes:8) */
void plain__init(void) WEAK;
extern Buf *plain WEAK;
#define plain_size sizeof(Buf)
#define plain_acquire() THREAD_MEMORY_ACQUIRE()
#define plain_release() THREAD_MEMORY_RELEASE()
static inline size_t plain_get_size(void)
{
	return plain_size;
}
int plain_wrap_ptr(dataport_ptr_t *pointer, void *address) WEAK;
void *plain_unwrap_ptr(dataport_ptr_t *pointer) WEAK;
int plain_cache_op(size_t start, size_t size, dma_cache_op_t operation);

/* dataport Buf(16384) big (dataports.camkes:9) */
void big__init(void) WEAK;
extern void *big;
#define big_size ((size_t)16384)
#define big_acquire() THREAD_MEMORY_ACQUIRE()
#define big_release() THREAD_MEMORY_RELEASE()
static inline size_t big_get_size(void)
{
	return big_size;
}
int big_wrap_ptr(dataport_ptr_t *pointer, void *address);
void *big_unwrap_ptr(dataport_ptr_t *pointer);
int big_cache_op(size_t start, size_t size, dma_cache_op_t operation);

/* dataport record_t assumed, not connected (dataports.camkes:10) */
void assumed__init(void) WEAK;
extern record_t *assumed WEAK;
#define assumed_size sizeof(record_t)
#define assumed_acquire() THREAD_MEMORY_ACQUIRE()
#define assumed_release() THREAD_MEMORY_RELEASE()
static inline size_t assumed_get_size(void)
{
	return assumed_size;
}
int assumed_wrap_ptr(dataport_ptr_t *pointer, void *address) WEAK;
void *assumed_unwrap_ptr(dataport_ptr_t *pointer) WEAK;
int assumed_cache_op(size_t start, size_t size, dma_cache_op_t operation);

#ifdef __cplusplus
}
#endif

#endif
