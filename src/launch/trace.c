#include "launch/trace.h"

#include "launch/trace_file.h"

#include "base/out.h"

#include "runtime/baton/watch.h"

#include <errno.h>
#include <inttypes.h>
#include <linux/futex.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { NOTIFICATIONS = 62, DETAIL = 96 };

/* What a protection domain is doing, and the arrows that wait for their other end there. 0: none. */
struct trace_pd {
	const char *name; /* as JSON has it */
	const char *state;
	int about; /* whom the state is about, or -1 */
	uint64_t since;
	uint64_t notified[NOTIFICATIONS];
	uint64_t call;
	uint64_t fault;
	uint64_t answer;
};

struct trace {
	struct trace_file *file;
	struct trace_pd *pds;
	size_t pd_count;
	uint64_t origin; /* time of the first record */
	uint64_t now;	 /* of the last one, since then */
	uint64_t arrows;
	uint64_t records;
};

bool trace_open(struct launch *launch)
{
	struct arena *arena = launch->compilation->arena;
	const char *path = launch->options->trace;
	if (!path)
		return true;
	struct trace *trace = ARENA_NEW(arena, struct trace);
	trace->file = trace_file_open(arena, path);
	if (!trace->file) {
		diag_report_file(launch->compilation->diag, DIAG_CANNOT_WRITE, path, "cannot write: %s",
				 strerror(errno));
		launch_finish(launch, LAUNCH_IO);
		return false;
	}
	trace->pd_count = launch->pd_count;
	trace->pds = ARENA_ARRAY(arena, struct trace_pd, launch->pd_count);
	trace_track(trace->file, TRACE_SYSTEM, "(system)");
	for (size_t i = 0; i < launch->pd_count; i++) {
		trace->pds[i].name = out_json(arena, launch->pds[i].model->name);
		trace_track(trace->file, (unsigned)i + 1, trace->pds[i].name);
	}
	launch->trace = trace;
	launch->baton->watch |= LINUX_WATCH_KEEP | LINUX_WATCH_HASH;
	return true;
}

/* ------------------------------------------------------------------ what happened */

static struct trace_pd *pd_of(struct trace *trace, unsigned pd)
{
	return pd < trace->pd_count ? &trace->pds[pd] : NULL;
}

static const char *name_of(struct trace *trace, unsigned pd)
{
	const struct trace_pd *named = pd_of(trace, pd);
	return named ? named->name : pd == LINUX_LAUNCHER ? "(system)" : "nobody";
}

static void end_state(struct trace *trace, unsigned pd)
{
	const struct trace_pd *of = &trace->pds[pd];
	if (of->state)
		trace_span(trace->file, pd + 1, of->since, trace->now, of->state,
			   of->about < 0 ? NULL : name_of(trace, (unsigned)of->about));
}

static void enter_state(struct trace *trace, unsigned pd, const char *state, int about)
{
	struct trace_pd *of = pd_of(trace, pd);
	if (!of)
		return;
	end_state(trace, pd);
	of->state = state;
	of->about = about;
	of->since = trace->now;
}

static void begin_arrow(struct trace *trace, unsigned pd, const char *name, uint64_t *arrow)
{
	*arrow = ++trace->arrows;
	trace_arrow(trace->file, true, pd + 1, trace->now, name, *arrow);
}

static void end_arrow(struct trace *trace, unsigned pd, const char *name, uint64_t *arrow)
{
	if (*arrow)
		trace_arrow(trace->file, false, pd + 1, trace->now, name, *arrow);
	*arrow = 0;
}

/* A notification that is there already is not a second event for who receives it: no second arrow. */
static void notify(struct trace *trace, const struct linux_record *record)
{
	struct trace_pd *to = pd_of(trace, record->other);
	unsigned bit = record->value ? (unsigned)__builtin_ctzll(record->value) : NOTIFICATIONS;
	char detail[DETAIL];
	snprintf(detail, sizeof detail, "channel %u of %s%s", bit, name_of(trace, record->other),
		 to && bit < NOTIFICATIONS && to->notified[bit] ? ", which has it already" : "");
	trace_instant(trace->file, record->pd + 1u, trace->now, "notify", detail);
	if (to && bit < NOTIFICATIONS && !to->notified[bit])
		begin_arrow(trace, record->pd, "notification", &to->notified[bit]);
}

/* From outside of the system: its track has a moment for the arrow to begin in. */
static void post(struct trace *trace, const struct linux_record *record)
{
	struct trace_pd *to = pd_of(trace, record->pd);
	if (!to)
		return;
	trace_span(trace->file, TRACE_SYSTEM, trace->now, trace->now, "event from outside", to->name);
	for (uint64_t bits = record->value & LINUX_BADGE_NOTIFICATIONS; bits; bits &= bits - 1) {
		uint64_t *arrow = &to->notified[__builtin_ctzll(bits)];
		if (*arrow)
			continue;
		*arrow = ++trace->arrows;
		trace_arrow(trace->file, true, TRACE_SYSTEM, trace->now, "notification", *arrow);
	}
}

static void receive(struct trace *trace, const struct linux_record *record)
{
	struct trace_pd *pd = pd_of(trace, record->pd), *from = pd_of(trace, record->other);
	char detail[DETAIL];
	if (!pd)
		return;
	if (record->value & LINUX_BADGE_CALL) {
		snprintf(detail, sizeof detail, "call of %s on channel %" PRIu64,
			 name_of(trace, record->other), record->value & 63);
		if (from)
			end_arrow(trace, record->pd, "call", &from->call);
	} else if (record->value & LINUX_BADGE_FAULT) {
		snprintf(detail, sizeof detail, "fault of %s", name_of(trace, record->other));
		if (from)
			end_arrow(trace, record->pd, "fault", &from->fault);
	} else {
		snprintf(detail, sizeof detail, "notifications 0x%" PRIx64, record->value);
		for (uint64_t bits = record->value; bits; bits &= bits - 1)
			end_arrow(trace, record->pd, "notification", &pd->notified[__builtin_ctzll(bits)]);
	}
	trace_instant(trace->file, record->pd + 1u, trace->now, "receive", detail);
}

static void call(struct trace *trace, const struct linux_record *record)
{
	struct trace_pd *pd = pd_of(trace, record->pd);
	if (pd)
		begin_arrow(trace, record->pd, "call", &pd->call);
	enter_state(trace, record->pd, "blocked: call", record->other);
}

static void reply(struct trace *trace, const struct linux_record *record)
{
	struct trace_pd *to = pd_of(trace, record->other);
	trace_instant(trace->file, record->pd + 1u, trace->now, "reply", name_of(trace, record->other));
	if (to)
		begin_arrow(trace, record->pd, "reply", &to->answer);
}

static void run(struct trace *trace, const struct linux_record *record)
{
	struct trace_pd *pd = pd_of(trace, record->pd);
	bool borrowed = record->value < trace->pd_count && record->value != record->pd;
	enter_state(trace, record->pd, borrowed ? "running on the time of" : "running",
		    borrowed ? (int)record->value : -1);
	if (pd)
		end_arrow(trace, record->pd, "reply", &pd->answer);
}

static void fault(struct trace *trace, const struct linux_record *record)
{
	struct trace_pd *pd = pd_of(trace, record->pd);
	trace_instant(trace->file, record->pd + 1u, trace->now, "fault", NULL);
	if (pd)
		begin_arrow(trace, record->pd, "fault", &pd->fault);
	enter_state(trace, record->pd, "stopped", -1);
}

static void begin_turn(struct trace *trace, const struct linux_record *record)
{
	char detail[DETAIL];
	snprintf(detail, sizeof detail, "domain %" PRIu64, record->value);
	trace_instant(trace->file, TRACE_SYSTEM, trace->now, "turn", detail);
}

static void note(struct trace *trace, const struct linux_record *record, const char *what)
{
	trace_instant(trace->file, record->pd + 1u, trace->now, what,
		      record->other < trace->pd_count ? name_of(trace, record->other) : NULL);
}

static void take(struct trace *trace, const struct linux_record *record)
{
	if (!trace->records++)
		trace->origin = record->time;
	if (record->time >= trace->origin + trace->now)
		trace->now = record->time - trace->origin;
	bool somebody = record->pd < trace->pd_count;
	switch ((enum linux_event)record->event) {
	case LINUX_EVENT_READY:
		enter_state(trace, record->pd, "ready", -1);
		return;
	case LINUX_EVENT_RUN:
		run(trace, record);
		return;
	case LINUX_EVENT_WAIT:
		enter_state(trace, record->pd, "blocked: waits for an event", -1);
		return;
	case LINUX_EVENT_NOTIFY:
		notify(trace, record);
		return;
	case LINUX_EVENT_POST:
		post(trace, record);
		return;
	case LINUX_EVENT_RECEIVE:
		receive(trace, record);
		return;
	case LINUX_EVENT_CALL:
		call(trace, record);
		return;
	case LINUX_EVENT_REPLY:
		reply(trace, record);
		return;
	case LINUX_EVENT_SPENT:
		enter_state(trace, record->pd, "blocked: no budget", -1);
		return;
	case LINUX_EVENT_FAULT:
		fault(trace, record);
		return;
	case LINUX_EVENT_STOP:
		enter_state(trace, record->pd, "stopped", -1);
		return;
	case LINUX_EVENT_DOMAIN:
		begin_turn(trace, record);
		return;
	case LINUX_EVENT_YIELD:
	case LINUX_EVENT_SLICE:
	case LINUX_EVENT_REFILL:
	case LINUX_EVENT_DONATE:
	case LINUX_EVENT_PASSIVE:
		if (somebody) {
			static const char *const words[LINUX_EVENT_COUNT] = {
				[LINUX_EVENT_YIELD] = "yield",
				[LINUX_EVENT_SLICE] = "slice over",
				[LINUX_EVENT_REFILL] = "budget again",
				[LINUX_EVENT_DONATE] = "lends its time",
				[LINUX_EVENT_PASSIVE] = "passive",
			};
			note(trace, record, words[record->event]);
		}
		return;
	case LINUX_EVENT_IDLE:
	case LINUX_EVENT_COUNT:
		return;
	}
}

/* --------------------------------------------------------------- from the ring to the file */

void trace_take(struct launch *launch)
{
	if (!launch->trace)
		return;
	struct linux_watch *watch = linux_watch_of(launch->baton);
	uint32_t written = atomic_load(&watch->written), taken = atomic_load(&watch->taken);
	/* A protection domain that has gone wrong can have written anything there. */
	if (written - taken > LINUX_RECORDS)
		taken = written - LINUX_RECORDS;
	for (; taken != written; taken++) {
		struct linux_record record = watch->records[taken % LINUX_RECORDS];
		if (record.event < LINUX_EVENT_COUNT)
			take(launch->trace, &record);
	}
	atomic_store(&watch->taken, taken);
	if (atomic_exchange(&watch->waits, 0))
		syscall(SYS_futex, &watch->taken, FUTEX_WAKE, INT32_MAX, NULL, NULL, 0);
}

/* For the records of the launcher itself, which leaves room for more than it ever writes between two takes.
 */
bool baton_records_ready(struct linux_baton *baton, bool full, uint32_t taken)
{
	(void)baton;
	(void)full;
	(void)taken;
	return false;
}

void trace_close(struct launch *launch)
{
	struct trace *trace = launch->trace;
	struct arena *arena = launch->compilation->arena;
	if (!trace)
		return;
	trace_take(launch);
	const struct linux_watch *watch = linux_watch_of(launch->baton);
	for (size_t i = 0; i < trace->pd_count; i++)
		end_state(trace, (unsigned)i);
	trace_fact(trace->file, "events", arena_format(arena, "%" PRIu64, trace->records));
	trace_fact(trace->file, "lost", arena_format(arena, "%" PRIu64, watch->lost));
	trace_fact(trace->file, "waits for the trace to be written",
		   arena_format(arena, "%" PRIu64, watch->waited));
	trace_fact(trace->file, "hash", arena_format(arena, "%016" PRIx64, launch->baton->hash));
	trace_fact(trace->file, "time", launch->baton->simulated ? "simulated" : "real");
	if (watch->lost)
		launch_say(launch, "the trace lacks %llu events", (unsigned long long)watch->lost);
	int error = trace_file_close(trace->file);
	if (error)
		diag_report_file(launch->compilation->diag, DIAG_CANNOT_WRITE, launch->options->trace,
				 "cannot write: %s", strerror(error));
	if (error && !launch->status)
		launch->status = LAUNCH_IO;
	launch->trace = NULL;
}
