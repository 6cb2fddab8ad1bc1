#include "launch/counts.h"

#include "runtime/baton/budget.h"

#include "abi/linux_watch.h"

#include <string.h>

void counts_start(struct launch *launch)
{
	if (!launch->options->table)
		return;
	launch->baton->watch |= LINUX_WATCH_COUNT;
	linux_watch_of(launch->baton)->running = LINUX_NOBODY;
}

/* Who still had the processor at the end is not charged by the next one. */
static void charge_last(struct launch *launch)
{
	struct linux_watch *watch = linux_watch_of(launch->baton);
	uint64_t now = baton_clock(launch->baton);
	if (watch->running < launch->pd_count && now > watch->since)
		watch->counts[watch->running].time += now - watch->since;
}

typedef unsigned long long number;

/* What a column shows of one protection domain. */
struct column {
	const char *title;
	number (*value)(const struct linux_counts *counts);
};

static number switches(const struct linux_counts *counts)
{
	return counts->switches;
}

static number preempted(const struct linux_counts *counts)
{
	return counts->preempted;
}

static number slices(const struct linux_counts *counts)
{
	return counts->slices;
}

static number yields(const struct linux_counts *counts)
{
	return counts->events[LINUX_EVENT_YIELD];
}

static number notifies(const struct linux_counts *counts)
{
	return counts->events[LINUX_EVENT_NOTIFY];
}

static number notified(const struct linux_counts *counts)
{
	return counts->by_others[LINUX_EVENT_NOTIFY] + counts->events[LINUX_EVENT_POST];
}

static number calls(const struct linux_counts *counts)
{
	return counts->events[LINUX_EVENT_CALL];
}

static number called(const struct linux_counts *counts)
{
	return counts->by_others[LINUX_EVENT_CALL];
}

static number faults(const struct linux_counts *counts)
{
	return counts->events[LINUX_EVENT_FAULT];
}

static const struct column columns[] = {
	{ "switches", switches }, { "preempted", preempted }, { "slices", slices },
	{ "yields", yields },	  { "notifies", notifies },   { "notified", notified },
	{ "calls", calls },	  { "called", called },	      { "faults", faults },
};

enum { COLUMNS = sizeof columns / sizeof *columns };

/* The first column is as wide as the longest name. */
static int name_width(const struct launch *launch)
{
	size_t width = strlen("protection domain");
	for (size_t i = 0; i < launch->pd_count; i++)
		if (strlen(launch->pds[i].model->name) > width)
			width = strlen(launch->pds[i].model->name);
	return (int)width;
}

static void print_row(const char *name, int width, const struct linux_counts *counts, uint64_t total)
{
	fprintf(stderr, "%-*s %12.3f %5.1f%%", width, name, (double)counts->time / 1e6,
		total ? 100.0 * (double)counts->time / (double)total : 0.0);
	for (int i = 0; i < COLUMNS; i++)
		fprintf(stderr, " %10llu", columns[i].value(counts));
	fputc('\n', stderr);
}

void counts_report(struct launch *launch)
{
	if (!launch->options->table || !launch->baton || launch->phase == LAUNCH_STARTING)
		return;
	charge_last(launch);
	const struct linux_counts *counts = linux_watch_of(launch->baton)->counts;
	int width = name_width(launch);
	uint64_t total = 0;
	for (size_t i = 0; i < launch->pd_count; i++)
		total += counts[i].time;
	fprintf(stderr, "%-*s %12s %6s", width, "protection domain", "time/ms", "share");
	for (int i = 0; i < COLUMNS; i++)
		fprintf(stderr, " %10s", columns[i].title);
	fputc('\n', stderr);
	for (size_t i = 0; i < launch->pd_count; i++)
		print_row(launch->pds[i].model->name, width, &counts[i], total);
}
