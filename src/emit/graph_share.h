/*
 * Internal to the picture of a system: who maps each memory region, directly or for a virtual machine.
 */
#ifndef EMIT_GRAPH_SHARE_H
#define EMIT_GRAPH_SHARE_H

#include "model/model.h"

struct graph_user {
	const struct model_pd *pd;
	unsigned perms; /* of all its maps together */
};

struct graph_share {
	struct graph_user *users; /* in the order of the protection domains */
	size_t count;
};

/* By the index of the region. */
const struct graph_share *graph_shares(struct arena *arena, const struct model *model);

#endif
