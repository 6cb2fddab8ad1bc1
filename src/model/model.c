#include "model/model.h"

struct model *model_create(struct compilation *compilation, const char *name)
{
	struct model *model = ARENA_NEW(compilation->arena, struct model);
	model->name = name;
	return model;
}

struct model_pd *model_pd_add(struct compilation *compilation, struct model *model, const char *name)
{
	struct model_pd *pd = ARENA_NEW(compilation->arena, struct model_pd);
	pd->index = (unsigned)model->pds.count;
	pd->name = name;
	VEC_PUSH(compilation->arena, &model->pds, pd);
	return pd;
}

struct model_region *model_region_add(struct compilation *compilation, struct model *model, const char *name,
				      uint64_t size)
{
	struct model_region *region = ARENA_NEW(compilation->arena, struct model_region);
	region->index = (unsigned)model->regions.count;
	region->name = name;
	region->size = size;
	VEC_PUSH(compilation->arena, &model->regions, region);
	return region;
}

struct model_map *model_map_add(struct compilation *compilation, struct model_pd *pd,
				struct model_region *region, uint64_t vaddr, unsigned perms)
{
	struct model_map *map = ARENA_NEW(compilation->arena, struct model_map);
	*map = (struct model_map){ .region = region, .vaddr = vaddr, .perms = perms, .cached = true };
	VEC_PUSH(compilation->arena, &pd->maps, map);
	return map;
}

static unsigned free_id(const struct model *model, const struct model_pd *pd)
{
	unsigned id = 0;
	for (size_t i = 0; i < model->channels.count; i++)
		for (int end = 0; end < 2; end++) {
			const struct model_end *used = &model->channels.items[i]->ends[end];
			if (used->pd == pd && used->id >= id)
				id = used->id + 1;
		}
	for (size_t i = 0; i < pd->irqs.count; i++)
		if (pd->irqs.items[i]->id >= id)
			id = pd->irqs.items[i]->id + 1;
	return id;
}

struct model_channel *model_channel_add(struct compilation *compilation, struct model *model,
					struct model_pd *a, struct model_pd *b)
{
	struct model_channel *channel = ARENA_NEW(compilation->arena, struct model_channel);
	channel->index = (unsigned)model->channels.count;
	channel->ends[0] = (struct model_end){ .pd = a, .id = free_id(model, a), .notify = true };
	channel->ends[1] = (struct model_end){ .pd = b, .id = free_id(model, b), .notify = true };
	VEC_PUSH(compilation->arena, &model->channels, channel);
	return channel;
}

struct model_irq *model_irq_add(struct compilation *compilation, const struct model *model,
				struct model_pd *pd, const struct model_irq *irq)
{
	struct model_irq *own = ARENA_NEW(compilation->arena, struct model_irq);
	*own = *irq;
	own->id = free_id(model, pd);
	VEC_PUSH(compilation->arena, &pd->irqs, own);
	return own;
}

struct src_range model_place(const struct model *model, const void *field, struct src_range otherwise)
{
	const struct src_range *range = map_get(&model->places, field);
	return range ? *range : otherwise;
}

void model_place_set(struct compilation *compilation, struct model *model, const void *field,
		     struct src_range range)
{
	struct src_range *place = ARENA_NEW(compilation->arena, struct src_range);
	*place = range;
	map_set(compilation->arena, &model->places, field, place);
}

bool model_pd_is_called(const struct model *model, const struct model_pd *pd)
{
	for (size_t i = 0; i < model->channels.count; i++)
		for (int end = 0; end < 2; end++) {
			const struct model_end *ends = model->channels.items[i]->ends;
			if (ends[end].pp && ends[!end].pd == pd)
				return true;
		}
	return false;
}
