#include "processor.h"

#include "baton.h"
#include "clock.h"
#include "budget.h"
#include "event.h"
#include "kernel.h"
#include "simulate.h"

/*
 * Set while the scheduler's memory is being edited. Only this process's own signal handler reads it, so it
 * needs no more than program order. Set from the start: a domain that has never run must not be preempted.
 */
static volatile _Bool inside = 1;

/* The clock has to be looked at before the program goes on: who runs, or who else is ready, may have changed.
 */
static _Bool time_may_matter = 1;

void processor_enter(void)
{
	inside = 1;
	atomic_signal_fence(memory_order_seq_cst);
	if (linux_self.simulated)
		simulate_call();
}

static void corrupt(void)
{
	linux_tell(LINUX_PACKET_CORRUPT, 0, 0);
	for (;;)
		kernel_futex_wait(&linux_slot()->run, atomic_load(&linux_slot()->run));
}

/*
 * The run word only serves to sleep: `current` is what says whose turn it is, so a stale or forged grant does
 * no harm. The exchange reads the granter's own exchange, which comes after its store to `current`.
 */
void processor_wait(void)
{
	struct linux_pd *slot = linux_slot();
	linux_clock_rest();
	do {
		uint32_t expected = LINUX_RUN_NO;
		if (atomic_compare_exchange_strong(&slot->run, &expected, LINUX_RUN_ASLEEP) ||
		    expected == LINUX_RUN_ASLEEP)
			kernel_futex_wait(&slot->run, LINUX_RUN_ASLEEP);
	} while (atomic_exchange(&slot->run, LINUX_RUN_NO) != LINUX_RUN_GRANTED ||
		 atomic_load(&linux_baton()->current) != linux_self.index);
	time_may_matter = 1;
	if (slot->request == LINUX_REQUEST_RESTART)
		linux_restart();
}

static void hand_over(unsigned pd)
{
	struct linux_baton *baton = linux_baton();
	baton->switches++;
	baton_charge_next(baton, pd);
	baton_event(baton, LINUX_EVENT_RUN, pd, LINUX_NOBODY, baton->pds[pd].context);
	atomic_store_explicit(&baton->current, pd, memory_order_release);
	if (atomic_exchange(&baton->pds[pd].run, LINUX_RUN_GRANTED) == LINUX_RUN_ASLEEP)
		kernel_futex_wake(&baton->pds[pd].run);
	processor_wait();
}

/*
 * Gives the baton to nobody. What comes from outside sets `external` before it looks at `current`, and this
 * stores `current` before it looks at `external`: one of the two sees the other. Returns true if this domain
 * has the baton back at once.
 */
static _Bool go_idle(void)
{
	struct linux_baton *baton = linux_baton();
	baton_charge_next(baton, LINUX_NOBODY);
	baton_event(baton, LINUX_EVENT_IDLE, LINUX_NOBODY, linux_self.index, 0);
	atomic_store(&baton->current, LINUX_NOBODY);
	if (atomic_load(&baton->external)) {
		uint32_t expected = LINUX_NOBODY;
		if (atomic_compare_exchange_strong(&baton->current, &expected, linux_self.index))
			return 1;
	} else {
		linux_tell(LINUX_PACKET_IDLE, 0, 0);
	}
	processor_wait();
	return 0;
}

void processor_switch(void)
{
	struct linux_baton *baton = linux_baton();
	for (;;) {
		if (atomic_load(&baton->external) &&
		    atomic_exchange(&baton->external, 0) & LINUX_EXTERNAL_POSTED)
			baton_absorb(baton);
		baton_catch_up(baton);
		unsigned next = baton_choose(baton);
		if (next == linux_self.index) {
			baton_charge_next(baton, next);
			baton_event(baton, LINUX_EVENT_RUN, next, LINUX_NOBODY, linux_slot()->context);
			time_may_matter = 1;
			return;
		}
		if (next == BATON_CORRUPT)
			corrupt();
		if (next != BATON_NOBODY) {
			hand_over(next);
			return;
		}
		if (!go_idle())
			return;
	}
}

void processor_run(unsigned pd)
{
	struct linux_baton *baton = linux_baton();
	if (baton->pds[pd].domain == baton->domain && baton_has_budget(baton, pd)) {
		baton->pds[pd].state = LINUX_STATE_RUNNING;
		hand_over(pd);
	} else {
		baton_ready(baton, pd, BATON_WOKEN);
		processor_switch();
	}
}

void processor_change_context(void)
{
	struct linux_baton *baton = linux_baton();
	baton_charge_next(baton, linux_self.index);
	time_may_matter = 1;
	if (!baton_has_budget(baton, linux_self.index)) {
		baton_spend(baton, linux_self.index);
		processor_switch();
	} else {
		baton_event(baton, LINUX_EVENT_RUN, linux_self.index, LINUX_NOBODY, linux_slot()->context);
	}
}

void processor_let_launcher_run(enum linux_packet_kind why, uint32_t argument, uint32_t number)
{
	struct linux_baton *baton = linux_baton();
	baton_give_way(baton, linux_self.index);
	baton_charge_next(baton, LINUX_NOBODY);
	atomic_store(&baton->current, LINUX_LAUNCHER);
	linux_tell(why, argument, number);
	processor_wait();
}

/*
 * Takes in what came from outside and what is due by now, and gives way to whoever has a better right to run:
 * those above, an equal if this domain's slice is over, anybody if it has no budget left or it is another
 * domain's turn.
 */
static void react(void)
{
	struct linux_baton *baton = linux_baton();
	struct linux_pd *slot = linux_slot();
	if (atomic_exchange(&baton->external, 0) & LINUX_EXTERNAL_POSTED)
		baton_absorb(baton);
	if (baton->simulated && baton->time >= baton->alarm) {
		processor_let_launcher_run(LINUX_PACKET_ALARM, 0, 0);
		return;
	}
	baton_catch_up(baton);
	enum baton_time time = baton_charge(baton);
	if (time == BATON_TIME_SLICE_OVER)
		baton_event(baton, LINUX_EVENT_SLICE, linux_self.index, LINUX_NOBODY, 0);
	time_may_matter = 1;
	int top = baton_top(baton), own = (int)slot->priority;
	_Bool turn_over = time == BATON_TIME_SLICE_OVER && top >= own;
	if (top <= own && !turn_over && time != BATON_TIME_SPENT && slot->domain == baton->domain)
		return;
	baton_ready(baton, linux_self.index, turn_over ? BATON_TURN_OVER : BATON_KEEPS_TURN);
	processor_switch();
}

/* Sees to it that this domain comes back here when time decides something. */
static void look_ahead(void)
{
	struct linux_baton *baton = linux_baton();
	uint64_t deadline = baton_deadline(baton, linux_self.index);
	time_may_matter = 0;
	if (!linux_self.simulated)
		linux_clock_alarm(deadline);
	else if (!simulate_until(deadline < baton->alarm ? deadline : baton->alarm))
		atomic_fetch_or(&baton->external, LINUX_EXTERNAL_TIME);
}

void processor_leave(void)
{
	for (;;) {
		if (time_may_matter || linux_self.simulated)
			look_ahead();
		atomic_signal_fence(memory_order_seq_cst);
		inside = 0;
		atomic_signal_fence(memory_order_seq_cst);
		if (!atomic_load_explicit(&linux_baton()->external, memory_order_acquire))
			return;
		inside = 1;
		react();
	}
}

void processor_preempt(void)
{
	if (inside || atomic_load(&linux_baton()->current) != linux_self.index)
		return;
	processor_enter();
	react();
	processor_leave();
}

void processor_time_over(void)
{
	inside = 1;
	atomic_signal_fence(memory_order_seq_cst);
	simulate_catch_up();
	react();
	processor_leave();
}

void processor_spend(void)
{
	if (inside)
		return;
	processor_enter();
	processor_leave();
}

void processor_be_watched(void)
{
	if (inside)
		return;
	inside = 1;
	atomic_signal_fence(memory_order_seq_cst);
	simulate_catch_up();
	processor_let_launcher_run(LINUX_PACKET_ALARM, 0, 0);
	processor_leave();
}

void processor_timer(void)
{
	linux_clock_rang();
	time_may_matter = 1;
	if (atomic_load(&linux_baton()->current) != linux_self.index)
		return;
	atomic_fetch_or(&linux_baton()->external, LINUX_EXTERNAL_TIME);
	processor_preempt();
}

void processor_let_higher_run(void)
{
	int top = baton_top(linux_baton()), own = (int)linux_slot()->priority;
	if (top > own) {
		baton_give_way(linux_baton(), linux_self.index);
		processor_switch();
	} else if (top == own) {
		/* An equal may have become ready: now the slice counts. */
		time_may_matter = 1;
	}
}

void processor_yield(void)
{
	struct linux_baton *baton = linux_baton();
	processor_enter();
	baton_event(baton, LINUX_EVENT_YIELD, linux_self.index, LINUX_NOBODY, 0);
	baton_forfeit(baton);
	baton_ready(baton, linux_self.index, BATON_TURN_OVER);
	processor_switch();
	processor_leave();
}
