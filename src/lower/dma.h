/*
 * The attributes dma_pool, dma_pool_cached and dma_pool_paddr: a memory region for the component's DMA
 * allocator.
 */
#ifndef LOWER_DMA_H
#define LOWER_DMA_H

#include "connector/connector.h"

/* The component is lowered, and has its first free address. */
void dma_add(struct connector_context *context, const struct assembly_instance *instance);

#endif
