/*
 * CAmkES' DMA allocator, over the pool that the attribute dma_pool of an instance asks for. Physical
 * addresses are those that the system description gives the pool; on the Linux substrate they only look like
 * some.
 */
#ifndef CAMKES_DMA_H
#define CAMKES_DMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../camkes-compat/platsupport/io.h"
#include "../camkes-compat/sel4/sel4.h"
#include "../camkes-compat/utils/util.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * SIZE bytes at a multiple of ALIGN (a power of two; 0: any), or NULL: the pool is full, there is none, or it
 * is mapped uncached and CACHED was asked for or the reverse. Owned by the caller until camkes_dma_free.
 */
void *camkes_dma_alloc(size_t size, unsigned int align, bool cached) WARN_UNUSED_RESULT;

/* SIZE is that of the allocation. NULL is ignored; what is not allocated ends the component. */
void camkes_dma_free(void *pointer, size_t size);

/* The physical address of what POINTER points to in the pool; 0: it is not in the pool. */
uintptr_t camkes_dma_get_paddr(void *pointer);

/* For libplatsupport: 0. */
int camkes_dma_manager(ps_dma_man_t *manager) NONNULL_ALL WARN_UNUSED_RESULT;

/* How the pool has been used; all in bytes or requests. */
typedef struct {
	size_t heap_size;
	size_t minimum_heap_size; /* the least that was free */
	size_t current_outstanding;
	uint64_t defragmentations; /* always 0: free neighbours are one without that */
	uint64_t coalesces;
	uint64_t total_allocations;
	uint64_t succeeded_allocations_on_defrag;
	uint64_t failed_allocations_out_of_memory;
	uint64_t failed_allocations_other;
	size_t average_allocation;
	size_t minimum_allocation;
	size_t maximum_allocation;
	int maximum_alignment;
	int minimum_alignment;
} camkes_dma_stats_t;

const camkes_dma_stats_t *camkes_dma_stats(void);

void *camkes_dma_alloc_page(void) DEPRECATED("use camkes_dma_alloc");
void camkes_dma_free_page(void *pointer) DEPRECATED("use camkes_dma_free");

seL4_CPtr camkes_dma_get_cptr(void *pointer)
	__attribute__((error("a protection domain holds no capabilities of its memory; camkes_dma_get_paddr "
			     "has the physical address")));
int camkes_dma_init(void *pool, size_t size, size_t page_size, bool cached)
	__attribute__((error("the DMA pool is made by the attribute dma_pool of the instance")));

#ifdef __cplusplus
}
#endif

#endif
