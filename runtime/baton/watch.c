#include "watch.h"

#include "baton.h"

/* Time since the last look goes to who has the processor. */
static void charge(struct linux_baton *baton, uint64_t now)
{
	struct linux_watch *watch = linux_watch_of(baton);
	int running = baton_index(baton, watch->running);
	if (running >= 0 && now > watch->since)
		watch->counts[running].time += now - watch->since;
	watch->since = now;
}

/* Who is made ready while it has the processor loses it, and why was said just before. */
static void count_loss(struct linux_counts *counts, uint32_t why)
{
	if (why == LINUX_EVENT_SLICE)
		counts->slices++;
	else if (why != LINUX_EVENT_YIELD)
		counts->preempted++;
}

void baton_count(struct linux_baton *baton, const struct linux_record *record)
{
	struct linux_watch *watch = linux_watch_of(baton);
	int pd = baton_index(baton, record->pd), other = baton_index(baton, record->other);
	if (pd >= 0)
		watch->counts[pd].events[record->event]++;
	if (other >= 0)
		watch->counts[other].by_others[record->event]++;
	if (record->event == LINUX_EVENT_READY && pd >= 0 && record->pd == watch->running)
		count_loss(&watch->counts[pd], watch->last);
	if (record->event == LINUX_EVENT_RUN || record->event == LINUX_EVENT_IDLE) {
		charge(baton, record->time);
		if (pd >= 0 && record->pd != watch->running)
			watch->counts[pd].switches++;
		watch->running = record->event == LINUX_EVENT_RUN ? record->pd : LINUX_NOBODY;
	}
	watch->last = record->event;
}

void baton_keep(struct linux_baton *baton, const struct linux_record *record)
{
	struct linux_watch *watch = linux_watch_of(baton);
	uint32_t written = atomic_load_explicit(&watch->written, memory_order_relaxed), taken;
	while (taken = atomic_load_explicit(&watch->taken, memory_order_acquire),
	       written - taken >= LINUX_RECORDS - LINUX_RECORDS_SPARE) {
		if (baton_records_ready(baton, true, taken))
			continue;
		if (written - taken < LINUX_RECORDS)
			break;
		watch->lost++;
		return;
	}
	watch->records[written % LINUX_RECORDS] = *record;
	atomic_store_explicit(&watch->written, written + 1, memory_order_release);
	if (!((written + 1) % LINUX_RECORDS_HINT))
		baton_records_ready(baton, false, taken);
}
