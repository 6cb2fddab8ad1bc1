#include "model/check_internal.h"

#include <inttypes.h>
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

/* A greatest id of 0: the platform has no such thing, which is said elsewhere. */
static void check_id(const struct model_check *check, const unsigned *id, struct src_range range,
		     unsigned max)
{
	if (max && *id > max)
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
		if (check->rules->monitor_reserved && !strcmp(pd->name, "monitor"))
			diag_report(check->diag, DIAG_MODEL_RESERVED_NAME, MODEL_PLACE(check, pd, name),
				    "%s calls a protection domain of its own 'monitor'",
				    check->rules->platform);
		if (strlen(pd->name) > check->rules->name_kept)
			diag_report(check->diag, DIAG_MODEL_NAME_LENGTH,
				    model_place(check->model, &pd->name, pd->range),
				    "the name '%s' is longer than the %u bytes that %s keeps at run time",
				    pd->name, check->rules->name_kept, check->rules->platform);
	}
}

static void check_budget(const struct model_check *check, uint64_t budget, uint64_t period,
			 struct src_range range)
{
	if (!budget)
		diag_report(check->diag, DIAG_MODEL_BUDGET, range, "a budget of 0 never lets anything run");
	if (budget > period)
		diag_report(check->diag, DIAG_MODEL_BUDGET, range,
			    "a budget of %" PRIu64 " does not fit in a period of %" PRIu64, budget, period);
}

void model_check_budgets(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		if (pd->has_budget)
			check_budget(check, pd->budget, pd->period, MODEL_PLACE(check, pd, budget));
		if (pd->vm && pd->vm->has_budget)
			check_budget(check, pd->vm->budget, pd->vm->period,
				     MODEL_PLACE(check, pd->vm, budget));
	}
}

enum { STACK_MIN = 0x1000, STACK_MAX = 0x1000000 };

void model_check_stacks(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		struct src_range place = MODEL_PLACE(check, pd, stack_size);
		if (!pd->has_stack_size)
			continue;
		if (pd->stack_size < STACK_MIN || pd->stack_size > STACK_MAX)
			diag_report(check->diag, DIAG_MODEL_STACK, place,
				    "a stack has from 0x%x to 0x%x bytes, not 0x%" PRIx64, STACK_MIN,
				    STACK_MAX, pd->stack_size);
		else if (pd->stack_size % MODEL_PAGE_SMALL)
			diag_report(check->diag, DIAG_MODEL_STACK, place,
				    "a stack of 0x%" PRIx64 " bytes is not made of whole pages of 0x%x bytes",
				    pd->stack_size, MODEL_PAGE_SMALL);
	}
}

static void check_region(const struct model_check *check, const struct model_region *region)
{
	uint64_t page_size = model_region_page_size(region);
	if (page_size != MODEL_PAGE_SMALL && page_size != MODEL_PAGE_LARGE) {
		diag_report(check->diag, DIAG_MODEL_PAGE_SIZE, MODEL_PLACE(check, region, page_size),
			    "there are pages of 0x%x and of 0x%x bytes, not of 0x%" PRIx64, MODEL_PAGE_SMALL,
			    MODEL_PAGE_LARGE, page_size);
		return;
	}
	bool filled = region->prefill_path || region->prefill_bootinfo;
	if (!region->size && !filled)
		diag_report(check->diag, DIAG_MODEL_REGION_SIZE, MODEL_PLACE(check, region, size),
			    "memory region '%s' has no bytes", region->name);
	if (region->size % page_size)
		diag_report(check->diag, DIAG_MODEL_REGION_SIZE, MODEL_PLACE(check, region, size),
			    "memory region '%s' of 0x%" PRIx64
			    " bytes is not made of whole pages of 0x%" PRIx64 " bytes",
			    region->name, region->size, page_size);
	if (region->has_phys_addr && region->phys_addr % page_size)
		diag_report(check->diag, DIAG_MODEL_ALIGNMENT, MODEL_PLACE(check, region, phys_addr),
			    "the physical address 0x%" PRIx64 " is not the start of a page of 0x%" PRIx64
			    " bytes",
			    region->phys_addr, page_size);
}

void model_check_regions(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->regions.count; i++)
		check_region(check, check->model->regions.items[i]);
}
