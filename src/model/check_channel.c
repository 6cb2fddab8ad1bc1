/* Who reaches whom, and how. */
#include "model/check_internal.h"

#include <string.h>

/* Both ends of a channel may call: the two would wait for each other. */
static bool calls_both_ways(const struct model_channel *channel)
{
	return channel->ends[0].pp && channel->ends[1].pp;
}

static struct src_range call_place(const struct model_check *check, const struct model_end *end)
{
	return MODEL_PLACE(check, end, pp);
}

/*
 * Where ends do not say who calls, both of a channel's ends may, if both of its protection domains have a
 * protected procedure: then the call that goes up is taken to be the one that is meant.
 */
static bool may_mean_other_way(const struct model_check *check, const struct model_channel *channel)
{
	return !check->rules->calls_go_up && calls_both_ways(channel);
}

static void report_call(const struct model_check *check, const struct model_end *caller,
			const struct model_end *callee)
{
	bool refused = check->rules->calls_go_up;
	diag_report(
		check->diag, refused ? DIAG_MODEL_CALL_PRIORITY : DIAG_MODEL_CALL_DOWN,
		call_place(check, caller),
		"'%s' (priority %u) %s '%s' (priority %u): a call must go to a strictly higher priority%s",
		caller->pd->name, caller->pd->priority, refused ? "calls" : "may call", callee->pd->name,
		callee->pd->priority, refused ? "" : ", though no tool of this dialect insists on it");
	diag_note(check->diag, MODEL_PLACE(check, callee->pd, priority), "'%s' is here", callee->pd->name);
}

static void check_calls(const struct model_check *check, const struct model_channel *channel)
{
	const struct model_end *ends = channel->ends;
	unsigned first = ends[0].pd->priority, second = ends[1].pd->priority;
	if (ends[0].pd == ends[1].pd || (may_mean_other_way(check, channel) && first != second))
		return;
	if (ends[0].pp && first >= second)
		report_call(check, &ends[0], &ends[1]);
	else if (ends[1].pp && second >= first)
		report_call(check, &ends[1], &ends[0]);
}

void model_check_call_priorities(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->channels.count; i++) {
		const struct model_channel *channel = check->model->channels.items[i];
		if (calls_both_ways(channel) && check->rules->calls_go_up)
			diag_report(check->diag, DIAG_MODEL_CALL_PRIORITY,
				    call_place(check, &channel->ends[1]), "'%s' and '%s' call each other",
				    channel->ends[0].pd->name, channel->ends[1].pd->name);
		else
			check_calls(check, channel);
	}
}

/* Depth-first search of the calls. There are at most a few dozen protection domains. */
struct search {
	const struct model_check *check;
	unsigned path[MODEL_PD_MAX];
	unsigned depth;
	bool on_path[MODEL_PD_MAX];
	bool done[MODEL_PD_MAX];
	const struct model_end *calls[MODEL_PD_MAX][MODEL_PD_MAX]; /* by caller and callee */
};

static void report_cycle(struct search *search, unsigned back_to, const struct model_end *end)
{
	const struct model *model = search->check->model;
	struct arena *arena = search->check->compilation->arena;
	const char *way = NULL;
	unsigned i = 0;
	while (search->path[i] != back_to)
		i++;
	for (; i < search->depth; i++) {
		const char *name = model->pds.items[search->path[i]]->name;
		way = way ? arena_format(arena, "%s -> %s", way, name) : name;
	}
	diag_report(search->check->diag, DIAG_MODEL_CALL_CYCLE, call_place(search->check, end),
		    "calls go in a circle, so that all in it may wait for each other: %s -> %s", way,
		    model->pds.items[back_to]->name);
}

static void visit(struct search *search, unsigned pd)
{
	search->path[search->depth++] = pd;
	search->on_path[pd] = true;
	for (unsigned callee = 0; callee < search->check->model->pds.count; callee++) {
		const struct model_end *end = search->calls[pd][callee];
		if (end && search->on_path[callee])
			report_cycle(search, callee, end);
		else if (end && !search->done[callee])
			visit(search, callee);
	}
	search->on_path[pd] = false;
	search->done[pd] = true;
	search->depth--;
}

/* Where calls must go to higher priorities, a circle has been reported as a call that does not. */
void model_check_call_cycles(const struct model_check *check)
{
	const struct model *model = check->model;
	if (model->pds.count > MODEL_PD_MAX)
		return;
	struct search *search = ARENA_NEW(check->compilation->arena, struct search);
	search->check = check;
	for (size_t i = 0; i < model->channels.count; i++)
		for (int end = 0; end < 2; end++) {
			const struct model_channel *channel = model->channels.items[i];
			const struct model_end *ends = channel->ends;
			bool same = ends[0].pd == ends[1].pd;
			bool meant = !check->rules->calls_go_up && !may_mean_other_way(check, channel);
			if (ends[end].pp && (same || meant))
				search->calls[ends[end].pd->index][ends[!end].pd->index] = &ends[end];
		}
	for (unsigned pd = 0; pd < model->pds.count; pd++)
		if (!search->done[pd])
			visit(search, pd);
}

void model_check_self_channels(const struct model_check *check)
{
	for (size_t i = 0; i < check->model->channels.count; i++) {
		const struct model_channel *channel = check->model->channels.items[i];
		if (channel->ends[0].pd == channel->ends[1].pd)
			diag_report(check->diag, DIAG_MODEL_SELF_CHANNEL, channel->range,
				    "both ends of this channel are in '%s'", channel->ends[0].pd->name);
	}
}

/* How many protection domains map each region. */
static unsigned *count_mappers(const struct model_check *check)
{
	unsigned *mappers = ARENA_ARRAY(check->compilation->arena, unsigned, check->model->regions.count);
	size_t *last = ARENA_ARRAY(check->compilation->arena, size_t, check->model->regions.count);
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_pd *pd = check->model->pds.items[i];
		for (size_t j = 0; j < pd->maps.count; j++) {
			unsigned region = pd->maps.items[j]->region->index;
			mappers[region] += last[region] != i + 1;
			last[region] = i + 1;
		}
	}
	return mappers;
}

/* A system of one protection domain needs nobody else. */
void model_check_unreachable(const struct model_check *check)
{
	const struct model *model = check->model;
	if (model->pds.count < 2)
		return;
	const unsigned *mappers = count_mappers(check);
	bool *reached = ARENA_ARRAY(check->compilation->arena, bool, model->pds.count);
	for (size_t i = 0; i < model->channels.count; i++)
		for (int end = 0; end < 2; end++)
			reached[model->channels.items[i]->ends[end].pd->index] = true;
	for (size_t i = 0; i < model->pds.count; i++) {
		const struct model_pd *pd = model->pds.items[i];
		bool reaches = reached[i] || pd->parent || pd->children.count || pd->irqs.count || pd->vm ||
			       pd->ioports.count || pd->caps.count;
		for (size_t j = 0; !reaches && j < pd->maps.count; j++)
			reaches = mappers[pd->maps.items[j]->region->index] > 1 ||
				  pd->maps.items[j]->region->has_phys_addr;
		if (!reaches)
			diag_report(check->diag, DIAG_MODEL_UNREACHABLE, MODEL_PLACE(check, pd, name),
				    "nothing reaches protection domain '%s': it has no channel, interrupt or "
				    "shared memory",
				    pd->name);
	}
}

static const struct model_map *write_map(const struct model_pd *pd, const struct model_region *region)
{
	for (size_t i = 0; i < pd->maps.count; i++)
		if (pd->maps.items[i]->region == region && pd->maps.items[i]->perms & MODEL_PERM_WRITE)
			return pd->maps.items[i];
	return NULL;
}

static bool is_family(const struct model_pd *a, const struct model_pd *b)
{
	return a->parent == b || b->parent == a;
}

struct writer {
	const struct model_pd *pd;
	const struct model_map *map;
};

/* The first two of a region's writers that have no channel are named; one finding a region. */
static void check_writers(const struct model_check *check, const struct model_region *region,
			  const struct writer *writers, size_t count)
{
	for (size_t i = 1; i < count; i++)
		for (size_t j = 0; j < i; j++) {
			if (is_family(writers[i].pd, writers[j].pd) ||
			    model_have_channel(check->model, writers[i].pd, writers[j].pd))
				continue;
			diag_report(check->diag, DIAG_MODEL_WRITERS,
				    MODEL_PLACE(check, writers[i].map, perms),
				    "'%s' and '%s' both write to '%s' and have no channel to agree on it",
				    writers[j].pd->name, writers[i].pd->name, region->name);
			diag_note(check->diag, MODEL_PLACE(check, writers[j].map, perms),
				  "'%s' writes to it here", writers[j].pd->name);
			return;
		}
}

void model_check_writers(const struct model_check *check)
{
	const struct model *model = check->model;
	const unsigned *mappers = count_mappers(check);
	for (size_t i = 0; i < model->regions.count; i++) {
		VEC(struct writer) writers = { 0 };
		for (size_t j = 0; mappers[i] > 1 && j < model->pds.count; j++) {
			const struct model_map *map = write_map(model->pds.items[j], model->regions.items[i]);
			if (map)
				VEC_PUSH(check->compilation->arena, &writers,
					 (struct writer){ model->pds.items[j], map });
		}
		check_writers(check, model->regions.items[i], writers.items, writers.count);
	}
}
