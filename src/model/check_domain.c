/* Scheduling domains and their schedule. */
#include "model/check_internal.h"

enum { DOMAINS_USUAL = 16, SCHEDULE_USUAL = 100 };

static unsigned domains_max(const struct model_check *check)
{
	return check->kernel->domains ? check->kernel->domains : DOMAINS_USUAL;
}

void model_check_domains(const struct model_check *check)
{
	const struct model *model = check->model;
	unsigned max = domains_max(check);
	if (!model->domains.count)
		return;
	if (check->kernel->cores > 1)
		diag_report(check->diag, DIAG_MODEL_KERNEL, model->domains.items[0]->range,
			    "domains need a kernel with one core; %s has %u", check->kernel->name,
			    check->kernel->cores);
	if (model->domains.count > max)
		diag_report(check->diag, DIAG_MODEL_DOMAIN, model->domains.items[max]->range,
			    "there are at most %u domains; this system has %zu", max, model->domains.count);
	for (size_t i = 0; i < model->domains.count; i++) {
		const struct model_domain *domain = model->domains.items[i];
		if (domain->has_id && domain->id >= max)
			diag_report(check->diag, DIAG_MODEL_DOMAIN, MODEL_PLACE(check, domain, id),
				    "domain id %u is too large: the greatest is %u", domain->id, max - 1);
		for (size_t j = 0; domain->has_id && j < i; j++)
			if (model->domains.items[j]->has_id && model->domains.items[j]->id == domain->id)
				diag_report(check->diag, DIAG_MODEL_DUPLICATE_ID,
					    MODEL_PLACE(check, domain, id), "domain id %u is taken by '%s'",
					    domain->id, model->domains.items[j]->name);
	}
	for (size_t i = 0; i < model->pds.count; i++)
		if (!model->pds.items[i]->domain)
			diag_report(check->diag, DIAG_MODEL_DOMAIN, model->pds.items[i]->range,
				    "protection domain '%s' is in no domain, though the system has domains",
				    model->pds.items[i]->name);
}

void model_check_schedule(const struct model_check *check)
{
	const struct model_schedule *schedule = check->model->schedule;
	if (!schedule)
		return;
	size_t max = check->kernel->schedule_entries ? check->kernel->schedule_entries : SCHEDULE_USUAL;
	size_t count = schedule->entries.count;
	if (schedule->start_index >= count)
		diag_report(check->diag, DIAG_MODEL_DOMAIN, MODEL_PLACE(check, schedule, start_index),
			    "a schedule of %zu entries cannot start at index %u", count,
			    schedule->start_index);
	if (count + schedule->index_shift > max)
		diag_report(check->diag, DIAG_MODEL_DOMAIN, MODEL_PLACE(check, schedule, index_shift),
			    "a schedule of %zu entries from index %u on does not fit: the kernel has room "
			    "for %zu",
			    count, schedule->index_shift, max);
}

/* A schedule goes from its start index to the first end marker, and then begins there again. */
static bool has_turns(const struct model_schedule *schedule, const struct model_domain *domain)
{
	for (size_t i = schedule->start_index; i < schedule->entries.count; i++) {
		const struct model_domain *turn = schedule->entries.items[i]->domain;
		if (turn == domain)
			return true;
		if (!turn)
			break;
	}
	return false;
}

void model_check_scheduled(const struct model_check *check)
{
	const struct model_schedule *schedule = check->model->schedule;
	if (!schedule || schedule->start_index >= schedule->entries.count)
		return;
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		if (!pd->domain || has_turns(schedule, pd->domain))
			continue;
		diag_report(check->diag, DIAG_MODEL_NEVER_SCHEDULED, MODEL_PLACE(check, pd, domain),
			    "protection domain '%s' never runs: its domain '%s' has no turn in the schedule",
			    pd->name, pd->domain->name);
		diag_note(check->diag, schedule->range, "which is here");
	}
}
