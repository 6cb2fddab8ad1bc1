/*
 * The names of libplatsupport's I/O operations. A component gets its devices from its connections; the
 * operations themselves are not offered, so their type stays incomplete, but for those on DMA memory.
 */
#ifndef CAMKES_COMPAT_PLATSUPPORT_IO_H
#define CAMKES_COMPAT_PLATSUPPORT_IO_H

#include <stddef.h>
#include <stdint.h>

typedef struct ps_io_ops ps_io_ops_t;

typedef enum {
	DMA_CACHE_OP_CLEAN,
	DMA_CACHE_OP_INVALIDATE,
	DMA_CACHE_OP_CLEAN_INVALIDATE,
} dma_cache_op_t;

typedef enum {
	PS_MEM_NORMAL, /* memory that the processor writes and reads */
	PS_MEM_HR,     /* the processor reads much, the device writes */
	PS_MEM_HW,     /* the processor writes much, the device reads */
} ps_mem_flags_t;

/* DMA memory: see <camkes/dma.h>. */
typedef struct ps_dma_man {
	void *cookie;
	void *(*dma_alloc_fn)(void *cookie, size_t size, int align, int cached, ps_mem_flags_t flags);
	void (*dma_free_fn)(void *cookie, void *pointer, size_t size);
	uintptr_t (*dma_pin_fn)(void *cookie, void *pointer, size_t size);
	void (*dma_unpin_fn)(void *cookie, void *pointer, size_t size);
	void (*dma_cache_op_fn)(void *cookie, void *pointer, size_t size, dma_cache_op_t operation);
} ps_dma_man_t;

#endif
