#include "launch_harness.h"

#include "runtime/baton/baton.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

static struct model_pd *taker(struct harness *harness, const char *name)
{
	struct model_pd *pd = harness_pd(harness, name, "interrupt", 10);
	harness_irq(harness, pd, 1, 33);
	return pd;
}

static unsigned deliveries(const struct harness *harness)
{
	unsigned count = 0;
	for (const char *at = harness->output; (at = strstr(at, ", delivery ")) != NULL; at++)
		count++;
	return count;
}

TEST(a_line_is_masked_until_it_is_acknowledged_and_keeps_one)
{
	struct linux_baton *baton = aligned_alloc(4096, sizeof *baton);
	assert_non_null(baton);
	memset(baton, 0, sizeof *baton);
	baton_init(baton, 1);
	assert_true(baton_irq_raise(baton, 0, 5));
	assert_int_equal(baton->pds[0].notification, 1 << 5);
	assert_int_equal(baton->posted, 1);
	baton->pds[0].notification = baton->posted = 0;
	assert_false(baton_irq_raise(baton, 0, 5));
	assert_false(baton_irq_raise(baton, 0, 5));
	assert_true(baton_irq_raise(baton, 0, 6));
	baton->pds[0].notification = 0;
	baton_irq_ack(baton, 0, 5);
	assert_int_equal(baton->pds[0].notification, 1 << 5);
	baton->pds[0].notification = 0;
	baton_irq_ack(baton, 0, 5);
	assert_int_equal(baton->pds[0].notification, 0);
	assert_true(baton_irq_raise(baton, 0, 5));
	free(baton);
}

TEST(a_periodic_timer_raises_an_interrupt_that_is_acknowledged)
{
	struct harness *harness = harness_create();
	taker(harness, "acks");
	harness_device(harness, "timer irq=33 period=2ms");
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_int_equal(deliveries(harness), 3);
	harness_expect_report(harness, "pd 'acks' has not acknowledged interrupt 1");
	harness_destroy(harness);
}

TEST(an_interrupt_preempts_who_is_below)
{
	struct harness *harness = harness_create();
	taker(harness, "acks");
	harness_pd(harness, "spin", "trouble", 5);
	harness_device(harness, "timer irq=acks/1 period=2ms");
	harness->options.timeout = 1;
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DIAGNOSTICS);
	assert_int_equal(deliveries(harness), 3);
	harness_destroy(harness);
}

TEST(without_an_acknowledgement_there_is_one)
{
	struct harness *harness = harness_create();
	taker(harness, "never");
	harness_device(harness, "timer irq=33 period=1ms");
	harness_pd(harness, "spin", "trouble", 5);
	harness->options.timeout = 1;
	harness_run(harness);
	assert_int_equal(deliveries(harness), 1);
	harness_destroy(harness);
}

TEST(what_comes_while_masked_is_one_pending_interrupt)
{
	struct harness *harness = harness_create();
	harness_registers(harness, taker(harness, "late"), 0x1000, "timer");
	harness_device(harness, "timer,irq=33,period=1ms,registers=0x1000");
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_output(harness, "late: many later\nlate: interrupt 1, delivery 2\n");
	assert_int_equal(deliveries(harness), 2);
	harness_expect_report(harness, "has not acknowledged interrupt 1; another one is pending");
	harness_destroy(harness);
}

TEST(an_acknowledgement_can_be_deferred)
{
	struct harness *harness = harness_create();
	taker(harness, "deferred");
	harness_device(harness, "timer irq=33 period=2ms");
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_FAULT);
	harness_expect_output(harness, "deferred: enough\n"
				       "deferred microkit_irq_ack: invalid channel given '2'\n");
	harness_destroy(harness);
}

/* Until Microkit 2.2 an interrupt that came during init() waits for the program's own acknowledgement. */
static void run_in_init(bool acks_first, unsigned expected)
{
	struct harness *harness = harness_create();
	harness_registers(harness, taker(harness, "in_init"), 0x1000, "timer");
	harness_device(harness, "timer irq=33 period=1ms registers=0x1000");
	harness->options.acks_first = acks_first;
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_output(harness, "init ends\n");
	assert_int_equal(deliveries(harness), expected);
	harness_destroy(harness);
}

TEST(the_eras_differ_in_the_first_acknowledgement)
{
	run_in_init(false, 1);
	run_in_init(true, 2);
}

static void run_deadline(const char *name, unsigned expected)
{
	struct harness *harness = harness_create();
	harness_registers(harness, taker(harness, name), 0x1000, "timer");
	harness_device(harness, "timer irq=33 registers=registers");
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_int_equal(deliveries(harness), expected);
	harness_expect_no_report(harness);
	harness_destroy(harness);
}

TEST(a_deadline_raises_an_interrupt_once)
{
	run_deadline("deadline", 1);
	run_deadline("too_late", 1);
	run_deadline("replaced", 1);
	run_deadline("taken_back", 0);
}

TEST(a_signal_raises_an_interrupt)
{
	struct harness *harness = harness_create();
	taker(harness, "acks");
	harness_pd(harness, "hello", "hello", 5);
	harness_device(harness, "signal irq=33 signal=USR1");
	harness_start(harness);
	harness_await(harness, "hello");
	for (unsigned i = 1; i <= 3; i++) {
		char text[16];
		kill(harness->process, SIGUSR1);
		snprintf(text, sizeof text, "delivery %u", i);
		harness_await(harness, text);
	}
	harness_wait(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_destroy(harness);
}

TEST(an_interrupt_that_nothing_raises_is_named_at_rest)
{
	struct harness *harness = harness_create();
	taker(harness, "acks");
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_report(harness, "pd 'acks' has interrupt 1, which no device raises");
	harness_destroy(harness);
}

TEST(a_kick_where_no_device_is_does_nothing)
{
	struct harness *harness = harness_create();
	harness_registers(harness, taker(harness, "deadline"), 0x1000, "timer");
	harness_pd(harness, "kick_nothing", "interrupt", 5);
	harness_device(harness, "timer irq=33 registers=0x1000");
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_output(harness, "still here\n");
	assert_int_equal(deliveries(harness), 1);
	harness_destroy(harness);
}

TEST(who_has_stopped_is_not_waited_for)
{
	struct harness *harness = harness_create();
	struct model_pd *pd = harness_pd(harness, "exit_0", "trouble", 10);
	harness_irq(harness, pd, 1, 33);
	harness_device(harness, "timer irq=33 period=1ms");
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_destroy(harness);
}
