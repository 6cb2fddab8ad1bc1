#include "base/out_set.h"

#include "base/vec.h"

struct file {
	const struct out *out;
	const char *path;
};

struct out_set {
	struct arena *arena;
	VEC(struct file) files;
};

struct out_set *out_set_create(struct arena *arena)
{
	struct out_set *set = ARENA_NEW(arena, struct out_set);
	set->arena = arena;
	return set;
}

void out_set_add(struct out_set *set, const struct out *out, const char *path)
{
	VEC_PUSH(set->arena, &set->files, (struct file){ out, path });
}

int out_set_commit(const struct out_set *set, const char **failed)
{
	struct out_staged *staged = ARENA_ARRAY(set->arena, struct out_staged, set->files.count);
	size_t count = 0;
	int error = 0;
	for (; count < set->files.count && !error; count++) {
		*failed = set->files.items[count].path;
		error = out_stage(set->files.items[count].out, *failed, &staged[count]);
	}
	if (error) {
		/* The last one has cleaned up behind itself. */
		for (size_t i = 0; i + 1 < count; i++)
			out_discard(&staged[i]);
		return error;
	}
	for (size_t i = 0; i < count && !error; i++) {
		*failed = staged[i].path;
		error = out_publish(&staged[i]);
	}
	return error;
}
