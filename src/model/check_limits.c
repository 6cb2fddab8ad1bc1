#include "model/check_internal.h"

#include <string.h>

void model_check_pd_count(const struct model_check *check)
{
	size_t count = check->model->pds.count;
	if (!count)
		diag_report(check->diag, DIAG_MODEL_LIMIT, check->model->range,
			    "a system has at least one protection domain");
	if (count > MODEL_PD_MAX)
		diag_report(check->diag, DIAG_MODEL_LIMIT, check->model->pds.items[MODEL_PD_MAX]->range,
			    "a system has at most %d protection domains; this one has %zu", MODEL_PD_MAX,
			    count);
}

static void check_id(const struct model_check *check, const unsigned *id, struct src_range range,
		     unsigned max)
{
	if (*id > max)
		diag_report(check->diag, DIAG_MODEL_LIMIT, model_place(check->model, id, range),
			    "id %u is too large: the greatest in %s is %u", *id, check->rules->platform, max);
}

static void check_ids_of_pd(const struct model_check *check, const struct model_pd *pd)
{
	const struct model_rules *rules = check->rules;
	for (size_t i = 0; i < pd->irqs.count; i++)
		check_id(check, &pd->irqs.items[i]->id, pd->irqs.items[i]->range, rules->channel_id_max);
	for (size_t i = 0; i < pd->ioports.count; i++)
		check_id(check, &pd->ioports.items[i]->id, pd->ioports.items[i]->range,
			 rules->channel_id_max);
	if (pd->parent)
		check_id(check, &pd->child_id, pd->range, rules->child_id_max);
	for (size_t i = 0; pd->vm && i < pd->vm->vcpus.count; i++)
		check_id(check, &pd->vm->vcpus.items[i]->id, pd->vm->vcpus.items[i]->range,
			 rules->vcpu_id_max);
}

void model_check_ids(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->pds.count; i++)
		check_ids_of_pd(check, check->model->pds.items[i]);
	for (size_t i = 0; i < check->model->channels.count; i++)
		for (int end = 0; end < 2; end++) {
			const struct model_end *ends = check->model->channels.items[i]->ends;
			check_id(check, &ends[end].id, ends[end].range, check->rules->channel_id_max);
		}
}

static void check_priority(const struct model_check *check, const unsigned *priority, struct src_range range)
{
	if (*priority > MODEL_PRIORITY_MAX)
		diag_report(check->diag, DIAG_MODEL_LIMIT, model_place(check->model, priority, range),
			    "priority %u is too high: the highest is %d", *priority, MODEL_PRIORITY_MAX);
}

void model_check_priorities(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		check_priority(check, &pd->priority, pd->range);
		if (pd->vm)
			check_priority(check, &pd->vm->priority, pd->vm->range);
	}
}

void model_check_names(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		if (pd->name && strlen(pd->name) > check->rules->name_kept)
			diag_report(check->diag, DIAG_MODEL_NAME_LENGTH,
				    model_place(check->model, &pd->name, pd->range),
				    "the name '%s' is longer than the %u bytes that %s keeps at run time",
				    pd->name, check->rules->name_kept, check->rules->platform);
	}
}
