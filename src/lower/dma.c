#include "lower/dma.h"

#include "lower/thread.h"

enum { PAGE_SIZE = 4096 };

/* Both are patched by the Core Platform's tool. */
static const char address_symbol[] = "causeway_g_dma", physical_symbol[] = "causeway_g_dma_physical";

static bool is_cached(struct connector_context *context, const struct assembly_instance *instance)
{
	return thread_number(context->compilation, instance, "dma_pool_cached", 0, 0, 1) != 0;
}

static struct model_region *add_region(struct connector_context *context,
				       const struct assembly_instance *instance, const struct model_pd *pd,
				       uint64_t size)
{
	struct compilation *compilation = context->compilation;
	struct model_region *region = model_region_add(
		compilation, context->model, arena_format(compilation->arena, "%s-dma", pd->name), size);
	const uint64_t none = UINT64_MAX;
	uint64_t address = thread_number(compilation, instance, "dma_pool_paddr", none, 0, (uint64_t)1 << 52);
	region->range = instance->range;
	if (address == none)
		return region;
	region->has_phys_addr = true;
	region->phys_addr = address;
	if (address % PAGE_SIZE)
		diag_report(compilation->diag, DIAG_ATTRIBUTE_RANGE, instance->range,
			    "attribute 'dma_pool_paddr' of instance '%s' is not the address of a page",
			    instance->name);
	return region;
}

void dma_add(struct connector_context *context, const struct assembly_instance *instance)
{
	struct arena *arena = context->compilation->arena;
	struct model_pd *pd = context->pds[instance->index];
	uint64_t wanted = thread_number(context->compilation, instance, "dma_pool", 0, 0, (uint64_t)1 << 32);
	uint64_t size = (wanted + PAGE_SIZE - 1) & ~(uint64_t)(PAGE_SIZE - 1);
	if (!size)
		return;
	if (pd->component->dma.count) {
		diag_report(context->compilation->diag, DIAG_ATTRIBUTE_RANGE, instance->range,
			    "instance '%s' is in one protection domain with others of its group, which has a "
			    "DMA pool "
			    "already",
			    instance->name);
		return;
	}
	struct model_region *region = add_region(context, instance, pd, size);
	struct model_map *map =
		model_map_add(context->compilation, pd, region, context->next_vaddr[pd->index],
			      MODEL_PERM_READ | MODEL_PERM_WRITE);
	context->next_vaddr[pd->index] += size;
	map->range = instance->range;
	map->setvar_vaddr = address_symbol;
	map->cached = is_cached(context, instance);
	connector_add_dma(context, pd,
			  (struct model_dma){ .map = map, .physical = physical_symbol, .hands_out = true });
	connector_note(
		context,
		(struct model_note){
			.construct = arena_format(arena, "DMA pool of %s", instance->name),
			.became = arena_format(arena, "memory region `%s` (0x%llx bytes), %s", region->name,
					       (unsigned long long)size, map->cached ? "cached" : "uncached"),
			.why = "camkes_dma_alloc hands out parts of it, and knows its physical "
			       "address from the tool",
			.by_hand = region->has_phys_addr ? NULL : "the tool chooses the physical address",
			.section = "connectors, connections and memory regions, channels",
			.range = instance->range,
		});
}
