/*
 * The DMA pools of a component: memory that devices can reach, of which <camkes/dma.h> hands out parts.
 * Generated glue fills the table where the attribute dma_pool asks for a pool, or a seL4DMASharedData brings
 * one.
 */
#ifndef CAUSEWAY_DMA_H
#define CAUSEWAY_DMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What is handed out is a whole number of these many bytes, a line of a cache. */
#define CAUSEWAY_DMA_GRANULE 64

/* How many words have a bit for each granule of SIZE bytes. */
#define CAUSEWAY_DMA_WORDS(size) (((size) + CAUSEWAY_DMA_GRANULE * 64 - 1) / (CAUSEWAY_DMA_GRANULE * 64))

struct causeway_dma_pool {
	const void
		*start; /* variables that the system description sets: its address (of any pointer type), */
	const uintptr_t *physical; /* and its physical address */
	size_t size;		   /* bytes; a whole number of pages */
	bool cached;
	uint64_t *used; /* a bit for each granule; NULL: another component hands out parts of it */
};

struct causeway_dma_pools {
	const struct causeway_dma_pool *pools;
	size_t count;
};

/* Weak in the runtime: a component without a pool has none. */
extern const struct causeway_dma_pools causeway_g_dma_pools;

#ifdef __cplusplus
}
#endif

#endif
