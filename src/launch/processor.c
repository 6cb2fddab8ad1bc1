#include "launch/processor.h"

#include "runtime/baton/baton.h"
#include "runtime/baton/budget.h"
#include "runtime/baton/event.h"

#include <linux/futex.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* Processor time that a domain may use after it was asked to give way and did not. */
#define PATIENCE UINT64_C(2000000000)

/* Ticks that a domain may sleep, though it has the processor. */
enum { PATIENCE_TICKS = 200 };

static void wake(struct linux_pd *slot, bool always)
{
	if (atomic_exchange(&slot->run, LINUX_RUN_GRANTED) == LINUX_RUN_ASLEEP || always)
		syscall(SYS_futex, &slot->run, FUTEX_WAKE, 1, NULL, NULL, 0);
}

void processor_make_no_sense(struct launch *launch)
{
	launch_say(launch, "the scheduler's memory makes no sense: a protection domain has overwritten it");
	launch_finish(launch, LAUNCH_FAULT);
}

bool processor_grant(struct launch *launch)
{
	struct linux_baton *baton = launch->baton;
	for (;;) {
		if (atomic_load(&baton->external) &&
		    atomic_exchange(&baton->external, 0) & LINUX_EXTERNAL_POSTED)
			baton_absorb(baton);
		baton_catch_up(baton);
		unsigned next = baton_choose(baton);
		if (next == BATON_CORRUPT) {
			processor_make_no_sense(launch);
			return false;
		}
		if (next != BATON_NOBODY) {
			baton->switches++;
			baton_charge_next(baton, next);
			baton_event(baton, LINUX_EVENT_RUN, next, LINUX_NOBODY, baton->pds[next].context);
			atomic_store(&baton->current, next);
			wake(&baton->pds[next], false);
			return true;
		}
		atomic_store(&baton->current, LINUX_NOBODY);
		if (!atomic_load(&baton->external) || !processor_claim(launch))
			return false;
	}
}

bool processor_is_idle(const struct launch *launch)
{
	return atomic_load(&launch->baton->current) == LINUX_NOBODY;
}

bool processor_claim(struct launch *launch)
{
	uint32_t expected = LINUX_NOBODY;
	return atomic_compare_exchange_strong(&launch->baton->current, &expected, LINUX_LAUNCHER);
}

void processor_prepare(struct launch *launch)
{
	struct linux_baton *baton = launch->baton;
	baton->epoch = baton_clock(baton);
	if (baton->turn_count)
		baton->turn_end = baton_clock(baton) + baton->turns[0].duration;
	for (size_t i = 0; i < launch->pd_count; i++)
		baton_ready(baton, (unsigned)i, BATON_WOKEN);
}

/*
 * If the dead one had the processor it may have been editing the queues, so they are made anew. If it had
 * just handed the processor on, it may have died before the wake-up; one too many does no harm (see
 * runtime/linux/processor.c).
 */
void processor_bury(struct launch *launch, size_t pd)
{
	struct linux_baton *baton = launch->baton;
	uint32_t expected = (uint32_t)pd;
	atomic_store(&baton->pds[pd].dead, 1);
	if (atomic_compare_exchange_strong(&baton->current, &expected, LINUX_LAUNCHER)) {
		baton_rebuild(baton);
		processor_grant(launch);
		return;
	}
	int current = baton_index(baton, expected);
	if (current >= 0)
		wake(&baton->pds[current], true);
}

/* Who has the processor looks at what was posted; so does whoever gets it next, and whoever gives it up. */
void processor_interrupt(struct launch *launch, size_t pd, unsigned id)
{
	struct linux_baton *baton = launch->baton;
	if (!baton_irq_raise(baton, (unsigned)pd, id))
		return;
	int current = baton_index(baton, atomic_load(&baton->current));
	if (current >= 0)
		kill(launch->pds[current].pid, SIGURG);
	else if (processor_claim(launch))
		processor_grant(launch);
}

void processor_kick_done(struct launch *launch, size_t pd)
{
	struct linux_irqs *irqs = &launch->baton->irqs[pd];
	atomic_store(&irqs->kicks_done, irqs->kicks);
	syscall(SYS_futex, &irqs->kicks_done, FUTEX_WAKE, 1, NULL, NULL, 0);
}

/* Processor time of a process, in nanoseconds; 0 when it cannot be told. */
static uint64_t processor_time(pid_t pid)
{
	clockid_t clock;
	struct timespec time;
	if (clock_getcpuclockid(pid, &clock) || clock_gettime(clock, &time))
		return 0;
	return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

/* Whether PD, asked to give way at the last tick, computes on and on instead: its runtime's memory is broken.
 */
static bool ignores_requests(struct launch *launch, size_t pd)
{
	uint64_t now = processor_time(launch->pds[pd].pid);
	if (launch->pds[pd].debugged)
		return false;
	if (!launch->tick_processor)
		launch->tick_processor = now;
	return now && now - launch->tick_processor > PATIENCE;
}

/* Whether the process sleeps, of its own will: not stopped by a debugger, nor waiting for memory. */
static bool is_asleep(pid_t pid)
{
	char path[64], state = '?';
	snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
	FILE *file = fopen(path, "re");
	if (!file)
		return false;
	/* The name before the state can have any characters, but we chose it. */
	if (fscanf(file, "%*d (%*[^)]) %c", &state) != 1)
		state = '?';
	fclose(file);
	return state == 'S';
}

/*
 * Whether PD, which had the processor at the last tick, too, has slept on it for long: with its signals
 * blocked, it cannot be asked to give way. It uses no processor time then, so only those that used none are
 * looked at closely. Ticks are counted and not time: if this process was held up, so was whoever waits for it
 * to take a packet.
 */
static bool sleeps_on(struct launch *launch, size_t pd, bool same)
{
	uint64_t used = processor_time(launch->pds[pd].pid);
	bool idle = same && used == launch->tick_used && is_asleep(launch->pds[pd].pid);
	launch->tick_used = used;
	launch->tick_asleep = idle ? launch->tick_asleep + 1 : 0;
	return launch->tick_asleep > PATIENCE_TICKS;
}

static void take_away(struct launch *launch, size_t pd)
{
	launch_say(launch, "pd '%s' does not give up the processor", launch->pds[pd].model->name);
	launch->pds[pd].stopped = launch->pds[pd].failed = true;
	kill(launch->pds[pd].pid, SIGKILL);
}

void processor_tick(struct launch *launch)
{
	struct linux_baton *baton = launch->baton;
	uint32_t holder = atomic_load(&baton->current);
	int current = baton_index(baton, holder);
	/* In a simulated run, the launcher may not know yet that it was given it. */
	bool own = holder == LINUX_LAUNCHER && baton->simulated;
	if (current < 0 && holder != LINUX_NOBODY && !own)
		processor_make_no_sense(launch);
	if (current < 0)
		return;
	bool same = launch->tick_pd == (unsigned)current && launch->tick_switches == baton->switches;
	/* It was granted the processor a tick ago and sleeps: a wake-up that somebody died before. */
	if (same && atomic_load(&baton->pds[current].run) == LINUX_RUN_ASLEEP)
		wake(&baton->pds[current], true);
	bool asleep = sleeps_on(launch, (size_t)current, same);
	if (!same || !atomic_load(&baton->external))
		launch->tick_processor = 0;
	else if (ignores_requests(launch, (size_t)current))
		asleep = true;
	if (asleep && !launch->pds[current].stopped)
		take_away(launch, (size_t)current);
	launch->tick_pd = (unsigned)current;
	launch->tick_switches = baton->switches;
	if (baton->simulated)
		return;
	if (baton_top(baton) < (int)baton->pds[current].priority && !atomic_load(&baton->external))
		return;
	atomic_fetch_or(&baton->external, LINUX_EXTERNAL_TIME);
	kill(launch->pds[current].pid, SIGURG);
}
