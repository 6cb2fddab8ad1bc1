/*
 * The DMA allocator: first fit over a bit for each granule of the pool. Nothing is kept in the pool itself,
 * which belongs to whoever it was given to, so all of it can be handed out.
 */
#include "camkes/dma.h"

#include "causeway/dma.h"
#include "crash.h"

#include <stdint.h>

extern const struct causeway_dma_pool causeway_g_dma_pool __attribute__((weak));

enum { WORD_BITS = 64 };

static camkes_dma_stats_t stats;
static size_t requested;

static const struct causeway_dma_pool *the_pool(void)
{
	return &causeway_g_dma_pool;
}

static bool is_used(size_t granule)
{
	return the_pool()->used[granule / WORD_BITS] >> granule % WORD_BITS & 1;
}

static void mark(size_t first, size_t count, bool used)
{
	for (size_t i = first; i < first + count; i++) {
		uint64_t bit = (uint64_t)1 << i % WORD_BITS;
		if (used)
			the_pool()->used[i / WORD_BITS] |= bit;
		else
			the_pool()->used[i / WORD_BITS] &= ~bit;
	}
}

static size_t granules(size_t size)
{
	return size / CAUSEWAY_DMA_GRANULE + (size % CAUSEWAY_DMA_GRANULE != 0);
}

/* How many granules from FIRST on are free, up to COUNT. */
static size_t free_run(size_t first, size_t count)
{
	size_t run = 0;
	while (run < count && !is_used(first + run))
		run++;
	return run;
}

/* The address of a free range, marked as used, or NULL. */
static char *take(size_t size, size_t align)
{
	const struct causeway_dma_pool *pool = the_pool();
	size_t count = granules(size), all = pool->size / CAUSEWAY_DMA_GRANULE;
	char *start = *pool->start;
	for (size_t first = 0; count <= all && first <= all - count;) {
		char *address = start + first * CAUSEWAY_DMA_GRANULE;
		size_t over = (uintptr_t)address & (align - 1);
		if (over) {
			first += granules(align - over);
			continue;
		}
		size_t run = free_run(first, count);
		if (run == count) {
			mark(first, count, true);
			return address;
		}
		first += run + 1;
	}
	return NULL;
}

static void count_request(size_t size, unsigned align)
{
	stats.total_allocations++;
	requested += size;
	stats.average_allocation = requested / stats.total_allocations;
	if (size > stats.maximum_allocation)
		stats.maximum_allocation = size;
	if (stats.total_allocations == 1 || size < stats.minimum_allocation)
		stats.minimum_allocation = size;
	if ((int)align > stats.maximum_alignment)
		stats.maximum_alignment = (int)align;
	if (stats.total_allocations == 1 || (int)align < stats.minimum_alignment)
		stats.minimum_alignment = (int)align;
}

static void count_outstanding(size_t more, size_t less)
{
	stats.heap_size = the_pool()->size;
	if (stats.total_allocations == 1)
		stats.minimum_heap_size = stats.heap_size;
	stats.current_outstanding += more - less;
	size_t left = stats.heap_size - stats.current_outstanding;
	if (left < stats.minimum_heap_size)
		stats.minimum_heap_size = left;
}

void *camkes_dma_alloc(size_t size, unsigned int align, bool cached)
{
	const struct causeway_dma_pool *pool = the_pool();
	count_request(size, align);
	if (!pool || !size || (align & (align - 1)) || cached != pool->cached) {
		stats.failed_allocations_other++;
		return NULL;
	}
	char *address = take(size, align ? align : 1);
	if (!address) {
		stats.failed_allocations_out_of_memory++;
		return NULL;
	}
	count_outstanding(granules(size) * CAUSEWAY_DMA_GRANULE, 0);
	return address;
}

static bool is_in_pool(const void *pointer, size_t size)
{
	const struct causeway_dma_pool *pool = the_pool();
	size_t offset = pool ? (uintptr_t)pointer - (uintptr_t)*pool->start : 0;
	return pool && offset < pool->size && size <= pool->size - offset;
}

void camkes_dma_free(void *pointer, size_t size)
{
	if (!pointer)
		return;
	size_t count = granules(size);
	if (!is_in_pool(pointer, size) || (uintptr_t)pointer % CAUSEWAY_DMA_GRANULE)
		causeway_component_crash("camkes_dma_free: this is not from camkes_dma_alloc", NULL);
	size_t first = (size_t)((char *)pointer - *the_pool()->start) / CAUSEWAY_DMA_GRANULE;
	for (size_t i = 0; i < count; i++)
		if (!is_used(first + i))
			causeway_component_crash("camkes_dma_free: this is not allocated, or is smaller",
						 NULL);
	mark(first, count, false);
	count_outstanding(0, count * CAUSEWAY_DMA_GRANULE);
}

uintptr_t camkes_dma_get_paddr(void *pointer)
{
	if (!is_in_pool(pointer, 1))
		return 0;
	return *the_pool()->physical + ((uintptr_t)pointer - (uintptr_t)*the_pool()->start);
}

const camkes_dma_stats_t *camkes_dma_stats(void)
{
	return &stats;
}

void *camkes_dma_alloc_page(void)
{
	const struct causeway_dma_pool *pool = the_pool();
	return camkes_dma_alloc(PAGE_SIZE_4K, PAGE_SIZE_4K, pool && pool->cached);
}

void camkes_dma_free_page(void *pointer)
{
	camkes_dma_free(pointer, PAGE_SIZE_4K);
}

/* -------------------------------------------------- for libplatsupport */

static void *manager_alloc(void *cookie, size_t size, int align, int cached, ps_mem_flags_t flags)
{
	(void)cookie;
	(void)flags;
	return camkes_dma_alloc(size, (unsigned)align, cached != 0);
}

static void manager_free(void *cookie, void *pointer, size_t size)
{
	(void)cookie;
	camkes_dma_free(pointer, size);
}

static uintptr_t manager_pin(void *cookie, void *pointer, size_t size)
{
	(void)cookie;
	(void)size;
	return camkes_dma_get_paddr(pointer);
}

static void manager_unpin(void *cookie, void *pointer, size_t size)
{
	(void)cookie;
	(void)pointer;
	(void)size;
}

/* An uncached pool needs no more than that all writes have been done. */
static void manager_cache(void *cookie, void *pointer, size_t size, dma_cache_op_t operation)
{
	(void)cookie;
	(void)pointer;
	(void)size;
	(void)operation;
	THREAD_MEMORY_FENCE();
}

int camkes_dma_manager(ps_dma_man_t *manager)
{
	*manager = (ps_dma_man_t){ NULL,	manager_alloc, manager_free,
				   manager_pin, manager_unpin, manager_cache };
	return 0;
}
