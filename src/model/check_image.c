/* What a system says of its program images, against the images themselves, as far as they were read. */
#include "model/check_patch.h"

#include <inttypes.h>
#include <string.h>

static void add(const struct model_check *check, struct model_patches *patches, const struct model_pd *pd,
		const char *const *symbol, struct src_range range)
{
	if (*symbol)
		VEC_PUSH(check->compilation->arena, &patches->list,
			 (struct model_patch){ pd, *symbol, model_place(check->model, symbol, range) });
}

static void add_of_pd(const struct model_check *check, struct model_patches *patches,
		      const struct model_pd *pd)
{
	for (size_t i = 0; i < pd->maps.count; i++) {
		const struct model_map *map = pd->maps.items[i];
		add(check, patches, pd, &map->setvar_vaddr, map->range);
		add(check, patches, pd, &map->setvar_size, map->range);
		add(check, patches, pd, &map->setvar_prefill_size, map->range);
	}
	for (size_t i = 0; i < pd->irqs.count; i++)
		add(check, patches, pd, &pd->irqs.items[i]->setvar_id, pd->irqs.items[i]->range);
	for (size_t i = 0; i < pd->ioports.count; i++) {
		add(check, patches, pd, &pd->ioports.items[i]->setvar_id, pd->ioports.items[i]->range);
		add(check, patches, pd, &pd->ioports.items[i]->setvar_address, pd->ioports.items[i]->range);
	}
	for (size_t i = 0; i < pd->setvars.count; i++)
		add(check, patches, pd, &pd->setvars.items[i]->symbol, pd->setvars.items[i]->range);
	for (size_t i = 0; i < pd->children.count; i++)
		add(check, patches, pd, &pd->children.items[i]->setvar_id, pd->children.items[i]->range);
	for (size_t i = 0; pd->vm && i < pd->vm->vcpus.count; i++)
		add(check, patches, pd, &pd->vm->vcpus.items[i]->setvar_id, pd->vm->vcpus.items[i]->range);
}

struct model_patches model_check_patches(const struct model_check *check)
{
	struct model_patches patches = { 0 };
	for (size_t i = 0; i < check->model->pds.count; i++)
		add_of_pd(check, &patches, check->model->pds.items[i]);
	for (size_t i = 0; i < check->model->channels.count; i++)
		for (int end = 0; end < 2; end++) {
			const struct model_end *ends = check->model->channels.items[i]->ends;
			add(check, &patches, ends[end].pd, &ends[end].setvar_id, ends[end].range);
		}
	return patches;
}

static const struct model_image *image_of(const struct model_check *check, const struct model_pd *pd)
{
	return check->rules->files ? check->rules->files->images[pd->index] : NULL;
}

static void check_map(const struct model_check *check, const struct model_mapping *mapping)
{
	const struct model_image *image = mapping->vm ? NULL : image_of(check, mapping->pd);
	const struct model_map *map = mapping->map;
	uint64_t end = map->vaddr + map->region->size;
	for (size_t i = 0; image && i < image->segments.count; i++) {
		const struct model_segment *segment = &image->segments.items[i];
		if (map->vaddr < segment->address + segment->size && segment->address < end)
			diag_report(check->diag, DIAG_MODEL_MAP_IMAGE, MODEL_PLACE(check, map, vaddr),
				    "the map of '%s' at [0x%" PRIx64 "..0x%" PRIx64
				    ") lies over %s of '%s' at [0x%" PRIx64 "..0x%" PRIx64 ")",
				    map->region->name, map->vaddr, end, segment->what, mapping->pd->name,
				    segment->address, segment->address + segment->size);
	}
}

void model_check_map_over_image(const struct model_check *check)
{
	model_check_mappings(check, check_map);
}

const struct model_symbol *model_image_symbol(const struct model_image *image, const char *name)
{
	size_t low = 0, high = image->symbols.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(image->symbols.items[middle].name, name);
		if (!order)
			return &image->symbols.items[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

enum { PATCHED_SIZE = 8 };

void model_check_symbols(const struct model_check *check)
{
	struct model_patches patches = model_check_patches(check);
	for (size_t i = 0; i < patches.list.count; i++) {
		const struct model_patch *patch = &patches.list.items[i];
		const struct model_image *image = image_of(check, patch->pd);
		if (!image || !image->has_symbols)
			continue;
		const struct model_symbol *symbol = model_image_symbol(image, patch->symbol);
		if (!symbol)
			diag_report(check->diag, DIAG_MODEL_SYMBOL, patch->place, "%s has no symbol '%s'",
				    image->path, patch->symbol);
		else if (symbol->size < PATCHED_SIZE ||
			 (check->rules->exact_symbols && symbol->size > PATCHED_SIZE))
			diag_report(check->diag, DIAG_MODEL_SYMBOL_SIZE, patch->place,
				    "symbol '%s' of %s has %" PRIu64 " bytes; the value put there has %d",
				    patch->symbol, image->path, symbol->size, PATCHED_SIZE);
	}
}
