/*
 * The DMA allocator: first fit over a bit for each granule of a pool. Nothing is kept in the pools
 * themselves, which belong to whoever they were given to, so all of them can be handed out. Of a pool that
 * another component hands out only the physical address is known here.
 */
#include "camkes/dma.h"

#include "causeway/dma.h"
#include "crash.h"

#include <stdint.h>
#include <string.h>

extern const struct causeway_dma_pools causeway_g_dma_pools __attribute__((weak));

enum { WORD_BITS = 64 };

typedef const struct causeway_dma_pool dma_pool;

static camkes_dma_stats_t stats;
static size_t requested;

/* The pool at INDEX; NULL: there are no more. */
static dma_pool *pool_at(size_t index)
{
	const struct causeway_dma_pools *all = &causeway_g_dma_pools;
	return all && index < all->count ? &all->pools[index] : NULL;
}

static char *start_of(dma_pool *pool)
{
	char *start;
	memcpy(&start, pool->start, sizeof start);
	return start;
}

static bool is_used(dma_pool *pool, size_t granule)
{
	return pool->used[granule / WORD_BITS] >> granule % WORD_BITS & 1;
}

static void mark(dma_pool *pool, size_t first, size_t count, bool used)
{
	for (size_t i = first; i < first + count; i++) {
		uint64_t bit = (uint64_t)1 << i % WORD_BITS;
		if (used)
			pool->used[i / WORD_BITS] |= bit;
		else
			pool->used[i / WORD_BITS] &= ~bit;
	}
}

static size_t granules(size_t size)
{
	return size / CAUSEWAY_DMA_GRANULE + (size % CAUSEWAY_DMA_GRANULE != 0);
}

/* How many granules from FIRST on are free, up to COUNT. */
static size_t free_run(dma_pool *pool, size_t first, size_t count)
{
	size_t run = 0;
	while (run < count && !is_used(pool, first + run))
		run++;
	return run;
}

/* The address of a free range, marked as used, or NULL. */
static char *take(dma_pool *pool, size_t size, size_t align)
{
	size_t count = granules(size), all = pool->size / CAUSEWAY_DMA_GRANULE;
	char *start = start_of(pool);
	for (size_t first = 0; count <= all && first <= all - count;) {
		char *address = start + first * CAUSEWAY_DMA_GRANULE;
		size_t over = (uintptr_t)address & (align - 1);
		if (over) {
			first += granules(align - over);
			continue;
		}
		size_t run = free_run(pool, first, count);
		if (run == count) {
			mark(pool, first, count, true);
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
	stats.heap_size = 0;
	for (size_t i = 0; pool_at(i); i++)
		stats.heap_size += pool_at(i)->used ? pool_at(i)->size : 0;
	if (stats.total_allocations == 1)
		stats.minimum_heap_size = stats.heap_size;
	stats.current_outstanding += more - less;
	size_t left = stats.heap_size - stats.current_outstanding;
	if (left < stats.minimum_heap_size)
		stats.minimum_heap_size = left;
}

void *camkes_dma_alloc(size_t size, unsigned int align, bool cached)
{
	bool fits = false;
	count_request(size, align);
	for (size_t i = 0; size && !(align & (align - 1)) && pool_at(i); i++) {
		dma_pool *pool = pool_at(i);
		if (!pool->used || pool->cached != cached)
			continue;
		char *address = take(pool, size, align ? align : 1);
		if (address) {
			count_outstanding(granules(size) * CAUSEWAY_DMA_GRANULE, 0);
			return address;
		}
		fits = true;
	}
	if (fits)
		stats.failed_allocations_out_of_memory++;
	else
		stats.failed_allocations_other++;
	return NULL;
}

/* The pool that has all of this; NULL: none has. */
static dma_pool *pool_of(const void *pointer, size_t size)
{
	for (size_t i = 0; pool_at(i); i++) {
		size_t offset = (uintptr_t)pointer - (uintptr_t)start_of(pool_at(i));
		if (offset < pool_at(i)->size && size <= pool_at(i)->size - offset)
			return pool_at(i);
	}
	return NULL;
}

void camkes_dma_free(void *pointer, size_t size)
{
	if (!pointer)
		return;
	size_t count = granules(size);
	dma_pool *pool = pool_of(pointer, size);
	if (!pool || !pool->used || (uintptr_t)pointer % CAUSEWAY_DMA_GRANULE)
		causeway_component_crash("camkes_dma_free: this is not from camkes_dma_alloc", NULL);
	size_t first = (size_t)((char *)pointer - start_of(pool)) / CAUSEWAY_DMA_GRANULE;
	for (size_t i = 0; i < count; i++)
		if (!is_used(pool, first + i))
			causeway_component_crash("camkes_dma_free: this is not allocated, or is smaller",
						 NULL);
	mark(pool, first, count, false);
	count_outstanding(0, count * CAUSEWAY_DMA_GRANULE);
}

uintptr_t camkes_dma_get_paddr(void *pointer)
{
	dma_pool *pool = pool_of(pointer, 1);
	return pool ? *pool->physical + ((uintptr_t)pointer - (uintptr_t)start_of(pool)) : 0;
}

const camkes_dma_stats_t *camkes_dma_stats(void)
{
	return &stats;
}

void *camkes_dma_alloc_page(void)
{
	dma_pool *pool = pool_at(0);
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
