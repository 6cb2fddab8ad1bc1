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
	struct model_check check = { compilation, compilation->diag, model, rules };
	unsigned before = diag_error_count(compilation->diag);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].group == group)
			rows[i].run(&check);
	return diag_error_count(compilation->diag) == before;
}
