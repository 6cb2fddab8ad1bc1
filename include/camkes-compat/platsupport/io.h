/*
 * The names of libplatsupport's I/O operations. A component gets its devices from its connections; the
 * operations themselves are not offered, so their type stays incomplete.
 */
#ifndef CAMKES_COMPAT_PLATSUPPORT_IO_H
#define CAMKES_COMPAT_PLATSUPPORT_IO_H

#include <stdint.h>

typedef struct ps_io_ops ps_io_ops_t;

typedef enum {
	DMA_CACHE_OP_CLEAN,
	DMA_CACHE_OP_INVALIDATE,
	DMA_CACHE_OP_CLEAN_INVALIDATE,
} dma_cache_op_t;

#endif
