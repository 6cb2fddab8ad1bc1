#include "processor.h"

#include "baton.h"
#include "kernel.h"

/*
 * Set while the scheduler's memory is being edited. Only this process's own signal handler reads it, so it
 * needs no more than program order. Set from the start: a domain that has never run must not be preempted.
 */
static volatile _Bool inside = 1;

void processor_enter(void)
{
	inside = 1;
	atomic_signal_fence(memory_order_seq_cst);
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
	do {
		uint32_t expected = LINUX_RUN_NO;
		if (atomic_compare_exchange_strong(&slot->run, &expected, LINUX_RUN_ASLEEP) ||
		    expected == LINUX_RUN_ASLEEP)
			kernel_futex_wait(&slot->run, LINUX_RUN_ASLEEP);
	} while (atomic_exchange(&slot->run, LINUX_RUN_NO) != LINUX_RUN_GRANTED ||
		 atomic_load(&linux_baton()->current) != linux_self.index);
	if (slot->request == LINUX_REQUEST_RESTART)
		linux_restart();
}

void processor_hand_over(unsigned pd)
{
	struct linux_baton *baton = linux_baton();
	baton->switches++;
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
		unsigned next = baton_choose(baton);
		if (next == linux_self.index)
			return;
		if (next == BATON_CORRUPT)
			corrupt();
		if (next != BATON_NOBODY) {
			processor_hand_over(next);
			return;
		}
		if (!go_idle())
			return;
	}
}

/* Takes in what came from outside, and gives way to whoever is due before this domain. */
static void react(void)
{
	struct linux_baton *baton = linux_baton();
	uint32_t bits = atomic_exchange(&baton->external, 0);
	if (bits & LINUX_EXTERNAL_POSTED)
		baton_absorb(baton);
	int top = baton_top(baton), own = (int)linux_slot()->priority;
	_Bool slice = bits & LINUX_EXTERNAL_SLICE && atomic_load(&baton->slice) == linux_self.index;
	if (top > own) {
		baton_push_head(baton, linux_self.index);
		processor_switch();
	} else if (top == own && slice) {
		baton_push_tail(baton, linux_self.index);
		processor_switch();
	}
}

void processor_leave(void)
{
	for (;;) {
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

void processor_let_higher_run(void)
{
	if (baton_top(linux_baton()) > (int)linux_slot()->priority) {
		baton_push_head(linux_baton(), linux_self.index);
		processor_switch();
	}
}

void processor_yield(void)
{
	processor_enter();
	if (baton_top(linux_baton()) >= (int)linux_slot()->priority) {
		baton_push_tail(linux_baton(), linux_self.index);
		processor_switch();
	}
	processor_leave();
}
