#include "launch_harness.h"

#include <string.h>

/* Strict priorities: the higher one runs as soon as it is notified, before the notifier goes on. */
TEST(a_higher_one_runs_at_once)
{
	struct harness *harness = harness_create();
	struct model_pd *ping = harness_pd(harness, "ping", "ping", 100);
	struct model_pd *pong = harness_pd(harness, "pong", "pong", 200);
	harness_channel(harness, ping, pong, false);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_no_report(harness);
	assert_string_equal(harness->output, "pong: init\n"
					     "ping: init\n"
					     "pong: notified on 0\n"
					     "ping: first notification sent\n"
					     "ping: notified on 0\n"
					     "pong: notified on 0\n"
					     "ping: notified on 0\n"
					     "pong: notified on 0\n"
					     "ping: notified on 0\n");
	harness_destroy(harness);
}

/* Equals do not interrupt each other, and lower ones wait; a second notification before the first is taken is
 * a second event, since the first was delivered when its receiver waited already. */
TEST(lower_and_equal_ones_wait)
{
	struct harness *harness = harness_create();
	struct model_pd *fan = harness_pd(harness, "fan", "fan", 100);
	struct model_pd *a = harness_pd(harness, "a", "hello", 200);
	struct model_pd *b = harness_pd(harness, "b", "hello", 100);
	struct model_pd *c = harness_pd(harness, "c", "hello", 50);
	harness_channel(harness, fan, a, false);
	harness_channel(harness, fan, b, false);
	harness_channel(harness, fan, c, false);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output, "a: init\n"
					     "a: notified on 0\n"
					     "a: notified on 0\n"
					     "fan: all notified\n"
					     "b: init\n"
					     "b: notified on 0\n"
					     "c: init\n"
					     "c: notified on 0\n");
	harness_destroy(harness);
}

TEST(inits_run_by_priority_then_in_order)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "low", "hello", 1);
	harness_pd(harness, "first", "hello", 7);
	harness_pd(harness, "second", "hello", 7);
	harness_pd(harness, "high", "hello", 254);
	harness_pd(harness, "lowest", "hello", 0);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output,
			    "high: init\nfirst: init\nsecond: init\nlow: init\nlowest: init\n");
	harness_destroy(harness);
}

TEST(bits_of_one_badge_come_in_ascending_order)
{
	struct harness *harness = harness_create();
	struct model_pd *fan = harness_pd(harness, "fan", "fan", 100);
	struct model_pd *low = harness_pd(harness, "low", "hello", 10);
	for (int i = 0; i < 3; i++)
		harness_channel(harness, fan, low, false);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output,
			    "fan: all notified\nlow: init\nlow: notified on 0\nlow: notified on 1\n"
			    "low: notified on 2\n");
	harness_destroy(harness);
}

static void share_counters(struct harness *harness)
{
	struct model_region *region =
		model_region_add(harness->compilation, harness->model, "counters", 0x1000);
	for (size_t i = 0; i < harness->model->pds.count; i++)
		model_map_add(harness->compilation, harness->model->pds.items[i], region, 0x1000000,
			      MODEL_PERM_READ | MODEL_PERM_WRITE)
			->setvar_vaddr = "counters";
}

TEST(a_poll_within_notified_finds_the_rest_of_the_badge)
{
	struct harness *harness = harness_create();
	struct model_pd *fan = harness_pd(harness, "fan", "fan", 100);
	struct model_pd *nested = harness_pd(harness, "nested", "nested", 10);
	harness->options.timeout = 10;
	for (int i = 0; i < 3; i++)
		harness_channel(harness, fan, nested, false);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output, "fan: all notified\nall seen, deliveries: 2\n");
	harness_destroy(harness);
}

TEST(equals_that_spin_take_turns)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "spinner0", "spinner", 10);
	harness_pd(harness, "spinner1", "spinner", 10);
	harness_pd(harness, "below", "hello", 9);
	for (int i = 0; i < 2; i++)
		harness->model->pds.items[i]->budget = harness->model->pds.items[i]->period = 1000;
	share_counters(harness);
	harness->model->pds.items[2]->maps.items[0]->setvar_vaddr = NULL;
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	/* On a busy host, the first slice may be over before its owner has said so. */
	harness_expect_output(harness, "spinner0: done\n");
	harness_expect_output(harness, "spinner1: done\n");
	harness_expect_output(harness, "done\nbelow: init\n");
	harness_destroy(harness);
}

TEST(a_full_stack_and_vector_registers_survive_preemption)
{
	struct harness *harness = harness_create();
	struct model_pd *full = harness_pd(harness, "full", "full_stack", 10);
	full->has_stack_size = true;
	full->stack_size = 0x1000;
	struct model_pd *turns = harness_pd(harness, "turns", "turns", 10);
	turns->budget = turns->period = 2000;
	full->budget = full->period = 2000;
	share_counters(harness);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_output(harness, "full: all is well\n");
	harness_destroy(harness);
}

TEST(ids_that_are_not_ones_own_are_reported_and_ignored)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "invalid_channel", "trouble", 10);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output, "invalid_channel microkit_notify: invalid channel given '5'\n"
					     "invalid_channel microkit_irq_ack: invalid channel given '6'\n"
					     "invalid_channel microkit_ppcall: invalid channel given '7'\n"
					     "invalid_channel microkit_notify: invalid channel given '1000'\n"
					     "label 0\n");
	harness_destroy(harness);
}

TEST(deferred_notifications_wait_for_the_end_of_the_entry_point)
{
	struct harness *harness = harness_create();
	struct model_pd *deferred = harness_pd(harness, "deferred", "deferred", 10);
	struct model_pd *other = harness_pd(harness, "other", "hello", 20);
	harness_channel(harness, deferred, other, false);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output, "other: init\n"
					     "deferred microkit_deferred_notify: invalid channel given '9'\n"
					     "deferred: init ends\n"
					     "other: notified on 0\n");
	harness_destroy(harness);
}

TEST(polling_delivers_what_is_pending)
{
	struct harness *harness = harness_create();
	struct model_pd *poller = harness_pd(harness, "poller", "poller", 10);
	struct model_pd *pong = harness_pd(harness, "pong", "pong", 10);
	harness_channel(harness, poller, pong, false);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output, "poller: 0 pending\n"
					     "pong: init\n"
					     "pong: notified on 0\n"
					     "poller: notified on 0\n"
					     "poller: 1 delivered\n");
	harness_destroy(harness);
}
