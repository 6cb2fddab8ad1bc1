/* The runtime's side of the baton, over memory of the test's own instead of the shared one. */
#include "test.h"

#include "abi/linux_baton.h"

static struct linux_baton mapped;
#undef LINUX_BATON_ADDRESS
#define LINUX_BATON_ADDRESS ((uintptr_t)&mapped)

#include "runtime/linux/processor.c"

#include <pthread.h>
#include <string.h>

struct linux_self linux_self;

void linux_tell(enum linux_packet_kind kind, uint32_t argument, uint32_t number)
{
	fail_msg("told the launcher %d (%u, %u)", (int)kind, argument, number);
}

void linux_restart(void)
{
	fail_msg("nobody asked for a restart");
}

void linux_clock_alarm(uint64_t deadline)
{
	assert_true(deadline == UINT64_MAX);
}

void simulate_call(void)
{
}

void simulate_catch_up(void)
{
}

_Bool simulate_until(uint64_t deadline)
{
	return deadline;
}

void linux_clock_rang(void)
{
}

void linux_clock_rest(void)
{
}

enum { SELF, ABOVE, BELOW, COUNT };

/* This domain has the baton; the others wait. */
static void begin(void)
{
	memset(&mapped, 0, sizeof mapped);
	baton_init(&mapped, COUNT);
	mapped.pds[SELF].priority = 5;
	mapped.pds[ABOVE].priority = 9;
	mapped.pds[BELOW].priority = 1;
	mapped.pds[SELF].state = LINUX_STATE_RUNNING;
	mapped.pds[ABOVE].state = mapped.pds[BELOW].state = LINUX_STATE_WAITING;
	atomic_store(&mapped.current, SELF);
	linux_self.index = SELF;
}

TEST(what_came_while_the_queues_were_edited_is_taken_in_at_the_end)
{
	begin();
	processor_enter();
	baton_post(&mapped, BELOW, 1);
	processor_preempt();
	assert_int_equal(mapped.pds[BELOW].state, LINUX_STATE_WAITING);
	processor_leave();
	assert_int_equal(mapped.pds[BELOW].state, LINUX_STATE_READY);
	assert_int_equal(mapped.external, 0);
}

/* The domain above: while it runs something more comes, then it waits again and SELF goes on. */
static void *run_above(void *unused)
{
	while (atomic_load(&mapped.current) != ABOVE)
		;
	baton_post(&mapped, BELOW, 2);
	mapped.pds[ABOVE].state = LINUX_STATE_WAITING;
	if (baton_choose(&mapped) != SELF)
		return unused;
	atomic_store(&mapped.current, SELF);
	if (atomic_exchange(&mapped.pds[SELF].run, LINUX_RUN_GRANTED) == LINUX_RUN_ASLEEP)
		kernel_futex_wake(&mapped.pds[SELF].run);
	return unused;
}

TEST(what_comes_while_that_is_taken_in_is_taken_in_too)
{
	pthread_t thread;
	begin();
	assert_int_equal(pthread_create(&thread, NULL, run_above, NULL), 0);
	processor_enter();
	baton_post(&mapped, ABOVE, 1);
	processor_leave();
	pthread_join(thread, NULL);
	assert_int_equal(mapped.pds[ABOVE].received, 1);
	assert_int_equal(mapped.pds[BELOW].state, LINUX_STATE_READY);
	assert_int_equal(mapped.pds[BELOW].received, 2);
	assert_int_equal(mapped.external, 0);
}
