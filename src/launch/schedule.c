#include "launch/schedule.h"

#include "runtime/baton/budget.h"

enum { MICROSECOND = 1000, DEFAULT_BUDGET = 1000 };

/* A tick is one of the generic timer's on the board qemu_virt_aarch64, which counts at 62.5 MHz. */
enum { TICK = 16 };

static uint64_t duration_of(struct model_duration duration)
{
	return duration.value * (duration.unit == MODEL_TIME_US ? MICROSECOND : TICK);
}

/* From the start index to the first marker, or to the end; then from the start index again. */
static void fill_turns(struct linux_baton *baton, const struct model_schedule *schedule)
{
	for (size_t i = schedule->start_index;
	     i < schedule->entries.count && baton->turn_count < LINUX_SCHEDULE_MAX; i++) {
		const struct model_schedule_entry *entry = schedule->entries.items[i];
		if (!entry->domain)
			break;
		baton->turns[baton->turn_count++] = (struct linux_turn){
			.domain = entry->domain->index % LINUX_DOMAINS_MAX,
			.duration = duration_of(entry->duration),
		};
	}
	if (baton->turn_count)
		baton->domain = baton->turns[0].domain;
}

static void fill_pd(struct linux_baton *baton, const struct model_pd *model, unsigned index)
{
	struct linux_pd *pd = &baton->pds[index];
	uint64_t budget = model->has_budget ? model->budget : DEFAULT_BUDGET;
	pd->priority = model->priority;
	pd->passive = model->passive ? LINUX_BECOMES_PASSIVE : LINUX_ACTIVE;
	pd->domain = model->domain ? model->domain->index % LINUX_DOMAINS_MAX : 0;
	baton_context_init(baton, index, budget * MICROSECOND, model->period * MICROSECOND);
}

/* Nobody has to be charged where each has its own priority and may use all the time that it gets. */
static bool time_matters(const struct linux_baton *baton)
{
	bool seen[LINUX_DOMAINS_MAX][LINUX_PRIORITIES] = { { false } };
	if (baton->turn_count > 1)
		return true;
	for (unsigned i = 0; i < baton->pd_count; i++) {
		const struct linux_pd *pd = &baton->pds[i];
		bool *same = &seen[pd->domain][pd->priority % LINUX_PRIORITIES];
		if (*same || baton->contexts[i].period)
			return true;
		*same = true;
	}
	return false;
}

void schedule_fill(struct launch *launch)
{
	struct linux_baton *baton = launch->baton;
	for (size_t i = 0; i < launch->pd_count; i++)
		fill_pd(baton, launch->pds[i].model, (unsigned)i);
	if (launch->model->schedule)
		fill_turns(baton, launch->model->schedule);
	baton->accounting = time_matters(baton);
}

void schedule_simulate(struct launch *launch)
{
	struct linux_baton *baton = launch->baton;
	baton->simulated = 1;
	baton->watch |= LINUX_WATCH_HASH;
	baton->hash = UINT64_C(0xcbf29ce484222325);
	baton->seed = launch->options->seed;
	/* Seeds are small numbers that differ in a few bits; the state of the choices must differ in many,
	 * and not be 0. */
	baton->random = (baton->seed + 1) * UINT64_C(0x9e3779b97f4a7c15) | 1;
}
