#include "model/check.h"

#include "model/check_internal.h"

struct row {
	void (*run)(const struct model_check *check);
	enum model_check_group group;
};

static const struct row rows[] = {
#define CHECK(function, group) { model_check_##function, MODEL_CHECK_##group },
#include "model/checks.def"
#undef CHECK
};

bool model_check(struct compilation *compilation, const struct model *model, const struct model_rules *rules,
		 enum model_check_group group)
{
	static const struct model_kernel unknown = { .name = "a kernel" };
	struct model_check check = { compilation, compilation->diag, model, rules,
				     rules->kernel ? rules->kernel : &unknown };
	unsigned before = diag_error_count(compilation->diag);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].group & group)
			rows[i].run(&check);
	return diag_error_count(compilation->diag) == before;
}

void model_check_mappings(const struct model_check *check,
			  void (*visit)(const struct model_check *check, const struct model_mapping *mapping))
{
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		for (size_t j = 0; j < pd->maps.count; j++)
			visit(check, &(struct model_mapping){ pd->maps.items[j], pd, NULL });
		for (size_t j = 0; pd->vm && j < pd->vm->maps.count; j++)
			visit(check, &(struct model_mapping){ pd->vm->maps.items[j], pd, pd->vm });
	}
}

const char *model_mapping_owner(const struct model_check *check, const struct model_mapping *mapping)
{
	struct arena *arena = check->compilation->arena;
	return mapping->vm ? arena_format(arena, "virtual machine '%s'", mapping->vm->name)
			   : arena_format(arena, "protection domain '%s'", mapping->pd->name);
}

uint64_t model_region_page_size(const struct model_region *region)
{
	return region->page_size ? region->page_size : MODEL_PAGE_SMALL;
}

bool model_have_channel(const struct model *model, const struct model_pd *a, const struct model_pd *b)
{
	for (size_t i = 0; i < model->channels.count; i++) {
		const struct model_end *ends = model->channels.items[i]->ends;
		if ((ends[0].pd == a && ends[1].pd == b) || (ends[0].pd == b && ends[1].pd == a))
			return true;
	}
	return false;
}
