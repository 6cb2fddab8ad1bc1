/*
 * libplatsupport's I/O operations, which <camkes/io.h> fills: mapping registers that a connection brought,
 * memory for devices, the component's heap, interrupts. What the connections did not bring, none of them can
 * reach.
 */
#ifndef CAMKES_COMPAT_PLATSUPPORT_IO_H
#define CAMKES_COMPAT_PLATSUPPORT_IO_H

#include <assert.h>
#include <errno.h>
#include <stddef.h>
#include <stdint.h>

#include "interface_registration.h"
#include "irq.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum dma_cache_op {
	DMA_CACHE_OP_CLEAN,
	DMA_CACHE_OP_INVALIDATE,
	DMA_CACHE_OP_CLEAN_INVALIDATE,
} dma_cache_op_t;

typedef enum ps_mem_flags {
	PS_MEM_NORMAL, /* memory that the processor writes and reads */
	PS_MEM_HR,     /* the processor reads much, the device writes */
	PS_MEM_HW,     /* the processor writes much, the device reads */
} ps_mem_flags_t;

/* Registers: NULL where no connection brought those at PADDR. */
typedef struct ps_io_mapper {
	void *cookie;
	void *(*io_map_fn)(void *cookie, uintptr_t paddr, size_t size, int cached, ps_mem_flags_t flags);
	void (*io_unmap_fn)(void *cookie, void *vaddr, size_t size);
} ps_io_mapper_t;

static inline void *ps_io_map(const ps_io_mapper_t *mapper, uintptr_t paddr, size_t size, int cached,
			      ps_mem_flags_t flags)
{
	return mapper->io_map_fn(mapper->cookie, paddr, size, cached, flags);
}

static inline void ps_io_unmap(const ps_io_mapper_t *mapper, void *vaddr, size_t size)
{
	mapper->io_unmap_fn(mapper->cookie, vaddr, size);
}

/* x86 I/O ports: the functions are NULL, for a protection domain here has none. */
typedef struct ps_io_port_ops {
	void *cookie;
	int (*io_port_in_fn)(void *cookie, uint32_t port, int io_size, uint32_t *result);
	int (*io_port_out_fn)(void *cookie, uint32_t port, int io_size, uint32_t val);
} ps_io_port_ops_t;

/* ENOSYS: there are none. */
static inline int ps_io_port_in(const ps_io_port_ops_t *ops, uint32_t port, int io_size, uint32_t *result)
{
	return ops->io_port_in_fn ? ops->io_port_in_fn(ops->cookie, port, io_size, result) : ENOSYS;
}

static inline int ps_io_port_out(const ps_io_port_ops_t *ops, uint32_t port, int io_size, uint32_t val)
{
	return ops->io_port_out_fn ? ops->io_port_out_fn(ops->cookie, port, io_size, val) : ENOSYS;
}

/* DMA memory: see <camkes/dma.h>. */
typedef struct ps_dma_man {
	void *cookie;
	void *(*dma_alloc_fn)(void *cookie, size_t size, int align, int cached, ps_mem_flags_t flags);
	void (*dma_free_fn)(void *cookie, void *pointer, size_t size);
	uintptr_t (*dma_pin_fn)(void *cookie, void *pointer, size_t size);
	void (*dma_unpin_fn)(void *cookie, void *pointer, size_t size);
	void (*dma_cache_op_fn)(void *cookie, void *pointer, size_t size, dma_cache_op_t operation);
} ps_dma_man_t;

static inline void *ps_dma_alloc(const ps_dma_man_t *manager, size_t size, int align, int cached,
				 ps_mem_flags_t flags)
{
	return manager->dma_alloc_fn(manager->cookie, size, align, cached, flags);
}

static inline void ps_dma_free(const ps_dma_man_t *manager, void *pointer, size_t size)
{
	manager->dma_free_fn(manager->cookie, pointer, size);
}

static inline uintptr_t ps_dma_pin(const ps_dma_man_t *manager, void *pointer, size_t size)
{
	return manager->dma_pin_fn(manager->cookie, pointer, size);
}

static inline void ps_dma_unpin(const ps_dma_man_t *manager, void *pointer, size_t size)
{
	manager->dma_unpin_fn(manager->cookie, pointer, size);
}

static inline void ps_dma_cache_op(const ps_dma_man_t *manager, void *pointer, size_t size,
				   dma_cache_op_t operation)
{
	manager->dma_cache_op_fn(manager->cookie, pointer, size, operation);
}

static inline void ps_dma_cache_clean(const ps_dma_man_t *manager, void *pointer, size_t size)
{
	ps_dma_cache_op(manager, pointer, size, DMA_CACHE_OP_CLEAN);
}

static inline void ps_dma_cache_invalidate(const ps_dma_man_t *manager, void *pointer, size_t size)
{
	ps_dma_cache_op(manager, pointer, size, DMA_CACHE_OP_INVALIDATE);
}

static inline void ps_dma_cache_clean_invalidate(const ps_dma_man_t *manager, void *pointer, size_t size)
{
	ps_dma_cache_op(manager, pointer, size, DMA_CACHE_OP_CLEAN_INVALIDATE);
}

/* The heap; functions return 0 or an errno number. Zero bytes are none: *POINTER stays as it is. */
typedef struct ps_malloc_ops {
	int (*malloc)(void *cookie, size_t size, void **pointer);
	int (*calloc)(void *cookie, size_t count, size_t size, void **pointer);
	int (*free)(void *cookie, size_t size, void *pointer);
	void *cookie;
} ps_malloc_ops_t;

static inline int ps_malloc(const ps_malloc_ops_t *ops, size_t size, void **pointer)
{
	if (!ops || !pointer)
		return EINVAL;
	return !ops->malloc ? ENOSYS : size ? ops->malloc(ops->cookie, size, pointer) : 0;
}

static inline int ps_calloc(const ps_malloc_ops_t *ops, size_t count, size_t size, void **pointer)
{
	if (!ops || !pointer)
		return EINVAL;
	return !ops->calloc ? ENOSYS : size && count ? ops->calloc(ops->cookie, count, size, pointer) : 0;
}

static inline int ps_free(const ps_malloc_ops_t *ops, size_t size, void *pointer)
{
	if (!ops || !pointer)
		return EINVAL;
	return ops->free ? ops->free(ops->cookie, size, pointer) : ENOSYS;
}

/* The device tree: NULL, as components have none. */
typedef struct ps_fdt {
	void *cookie;
	char *(*get_fn)(void *cookie);
} ps_io_fdt_t;

static inline char *ps_io_fdt_get(const ps_io_fdt_t *fdt)
{
	return fdt && fdt->get_fn ? fdt->get_fn(fdt->cookie) : NULL;
}

typedef struct ps_io_ops {
	ps_io_mapper_t io_mapper;
	ps_io_port_ops_t io_port_ops;
	ps_dma_man_t dma_manager;
	ps_io_fdt_t io_fdt;
	ps_interface_registration_ops_t interface_registration_ops;
	ps_malloc_ops_t malloc_ops;
	ps_irq_ops_t irq_ops;
} ps_io_ops_t;

#ifdef __cplusplus
}
#endif

#endif
