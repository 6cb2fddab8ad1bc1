#include "emit/graph_share.h"

#include "base/vec.h"

struct users {
	VEC(struct graph_user) list;
};

static void add_user(struct arena *arena, struct users *users, const struct model_pd *pd, unsigned perms)
{
	struct graph_user *last = users->list.count ? &users->list.items[users->list.count - 1] : NULL;
	if (last && last->pd == pd)
		last->perms |= perms;
	else
		VEC_PUSH(arena, &users->list, (struct graph_user){ pd, perms });
}

const struct graph_share *graph_shares(struct arena *arena, const struct model *model)
{
	struct users *users = ARENA_ARRAY(arena, struct users, model->regions.count);
	struct graph_share *shares = ARENA_ARRAY(arena, struct graph_share, model->regions.count);
	for (size_t i = 0; i < model->pds.count; i++) {
		const struct model_pd *pd = model->pds.items[i];
		for (size_t j = 0; j < pd->maps.count; j++)
			add_user(arena, &users[pd->maps.items[j]->region->index], pd,
				 pd->maps.items[j]->perms);
		for (size_t j = 0; pd->vm && j < pd->vm->maps.count; j++)
			add_user(arena, &users[pd->vm->maps.items[j]->region->index], pd,
				 pd->vm->maps.items[j]->perms);
	}
	for (size_t i = 0; i < model->regions.count; i++)
		shares[i] = (struct graph_share){ users[i].list.items, users[i].list.count };
	return shares;
}
