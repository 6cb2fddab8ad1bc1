#include "../unit/test.h"

#include "camkes/dma.h"
#include "causeway/dma.h"
#include "fake.h"

#include <stdint.h>

enum { SIZE = 1 << 20 };
#define PHYSICAL 0x40000000ul

static char pool[SIZE] __attribute__((aligned(4096)));
static char *start = pool;
static uintptr_t physical = PHYSICAL;
static uint64_t used[CAUSEWAY_DMA_WORDS(SIZE)];
/* Of the second one only the physical address is known, as of memory that another component hands out. */
static char shared[8192] __attribute__((aligned(4096)));
static char *shared_start = shared;
static uintptr_t shared_physical = PHYSICAL / 2;
static const struct causeway_dma_pool pools[] = {
	{ &shared_start, &shared_physical, sizeof shared, false, NULL },
	{ &start, &physical, SIZE, false, used },
};
const struct causeway_dma_pools causeway_g_dma_pools = { pools, 2 };

COMPONENT_TEST(the_whole_pool_can_be_handed_out)
{
	char *all = camkes_dma_alloc(SIZE, 0, false);
	CHECK(all == pool);
	CHECK(!camkes_dma_alloc(1, 0, false));
	CHECK(camkes_dma_stats()->failed_allocations_out_of_memory == 1);
	camkes_dma_free(all, SIZE);
	CHECK(camkes_dma_alloc(SIZE, 0, false) == all);
	CHECK(camkes_dma_stats()->minimum_heap_size == 0);
}

COMPONENT_TEST(alignments_are_kept_and_gaps_are_used)
{
	char *first = camkes_dma_alloc(1, 0, false), *page = camkes_dma_alloc(4096, 4096, false);
	CHECK(first == pool && page == pool + 4096);
	CHECK(camkes_dma_alloc(4096 - 64, 64, false) == pool + 64);
	camkes_dma_free(first, 1);
	CHECK(camkes_dma_alloc(64, 1, false) == pool);
	for (unsigned align = 1; align <= SIZE / 2; align *= 2) {
		char *aligned = camkes_dma_alloc(256, align, false);
		CHECK(aligned && (uintptr_t)aligned % align == 0);
		camkes_dma_free(aligned, 256);
	}
}

COMPONENT_TEST(physical_addresses_are_those_of_the_pool)
{
	char *some = camkes_dma_alloc(128, 4096, false);
	CHECK(camkes_dma_get_paddr(some + 13) == PHYSICAL + (uintptr_t)(some - pool) + 13);
	CHECK(camkes_dma_get_paddr(pool + SIZE) != PHYSICAL + SIZE && camkes_dma_get_paddr(&some) == 0);
}

COMPONENT_TEST(memory_that_another_hands_out_has_its_physical_address)
{
	CHECK(camkes_dma_get_paddr(shared + 8191) == PHYSICAL / 2 + 8191);
}

COMPONENT_TEST(what_cannot_be_is_refused)
{
	ps_dma_man_t manager;
	CHECK(!camkes_dma_alloc(64, 3, false) && !camkes_dma_alloc(0, 0, false) &&
	      !camkes_dma_alloc(64, 0, true));
	CHECK(!camkes_dma_alloc(SIZE + 1, 0, false) && !camkes_dma_alloc(SIZE_MAX, 0, false));
	CHECK(camkes_dma_stats()->failed_allocations_other == 3);
	CHECK(camkes_dma_manager(&manager) == 0);
	void *some = manager.dma_alloc_fn(manager.cookie, 64, 64, 0, PS_MEM_NORMAL);
	CHECK(manager.dma_pin_fn(manager.cookie, some, 64) == PHYSICAL);
	manager.dma_free_fn(manager.cookie, some, 64);
	camkes_dma_free(NULL, 64);
}

static void free_what_is_anothers(void)
{
	camkes_dma_free(shared, 64);
}

static void free_twice(void)
{
	void *some = camkes_dma_alloc(64, 0, false);
	camkes_dma_free(some, 64);
	camkes_dma_free(some, 64);
}

static void free_something_else(void)
{
	camkes_dma_free(&start, 64);
}

TEST(a_wrong_free_ends_the_component)
{
	assert_int_not_equal(fake_isolate(free_what_is_anothers), 0);
	assert_int_not_equal(fake_isolate(free_twice), 0);
	assert_int_not_equal(fake_isolate(free_something_else), 0);
}
