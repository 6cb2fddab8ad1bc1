#include "launch_harness.h"

#include <string.h>

TEST(messages_of_all_sizes_go_both_ways)
{
	struct harness *harness = harness_create();
	struct model_pd *client = harness_pd(harness, "client", "client", 10);
	struct model_pd *server = harness_pd(harness, "server", "server", 20);
	harness_channel(harness, client, server, true);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_no_report(harness);
	assert_string_equal(harness->output, "server: init\nclient: wrong answers: 0\n");
	harness_destroy(harness);
}

/* The server is below nobody, but was never let run: its callers wait in its queue, the highest first. */
TEST(two_clients_of_one_server)
{
	struct harness *harness = harness_create();
	struct model_pd *one = harness_pd(harness, "one", "client", 10);
	struct model_pd *two = harness_pd(harness, "two", "client", 10);
	struct model_pd *server = harness_pd(harness, "server", "server", 20);
	harness_channel(harness, one, server, true);
	harness_channel(harness, two, server, true);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_output(harness, "one: wrong answers: 0\n");
	harness_expect_output(harness, "two: wrong answers: 0\n");
	harness_destroy(harness);
}

TEST(a_callee_that_is_not_above_is_refused)
{
	struct harness *harness = harness_create();
	struct model_pd *caller = harness_pd(harness, "call", "trouble", 20);
	struct model_pd *server = harness_pd(harness, "server", "server", 20);
	harness_channel(harness, caller, server, true);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_FAULT);
	harness_expect_report(
		harness, "pd 'call' faulted: called a protection domain whose priority is not above its own");
	harness_destroy(harness);
}

TEST(a_callee_without_the_entry_point_faults)
{
	struct harness *harness = harness_create();
	struct model_pd *caller = harness_pd(harness, "call", "trouble", 20);
	struct model_pd *server = harness_pd(harness, "mute", "hello", 30);
	harness_channel(harness, caller, server, true);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_FAULT);
	harness_expect_output(harness, "mute is missing the 'protected' entry point\n");
	harness_expect_report(harness, "pd 'mute' faulted: called, but it has no entry point 'protected'");
	harness_expect_report(harness, "pd 'call' waits for a reply from pd 'mute', which has faulted");
	harness_destroy(harness);
}

TEST(a_caller_of_one_that_has_ended_waits_for_ever)
{
	struct harness *harness = harness_create();
	struct model_pd *caller = harness_pd(harness, "call", "trouble", 20);
	struct model_pd *server = harness_pd(harness, "exit_0", "trouble", 30);
	harness_channel(harness, caller, server, true);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DEADLOCK);
	harness_expect_report(harness, "pd 'exit_0' ended itself with exit status 0");
	harness_expect_report(harness, "pd 'call' waits for a reply from pd 'exit_0', which has ended");
	harness_expect_report(harness, "deadlock");
	harness_destroy(harness);
}

TEST(there_are_64_message_registers)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "too_many_words", "trouble", 20);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_FAULT);
	harness_expect_report(harness,
			      "pd 'too_many_words' faulted: microkit_mr_set: there are 64 message registers");
	harness_destroy(harness);
}

TEST(the_older_spelling)
{
	struct harness *harness = harness_create();
	struct model_pd *old = harness_pd(harness, "old", "old", 10);
	struct model_pd *server = harness_pd(harness, "server", "server", 20);
	harness_channel(harness, old, server, true);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output,
			    "server: init\nold: init 4294967295\n4 12\nserver: notified on 0\n");
	harness_destroy(harness);
}

/* What the callee left for later goes out when its entry point returns. */
TEST(deferred_notifications_go_out_with_the_answer)
{
	struct harness *harness = harness_create();
	struct model_pd *caller = harness_pd(harness, "call", "trouble", 5);
	struct model_pd *deferred = harness_pd(harness, "deferred", "deferred", 10);
	struct model_pd *other = harness_pd(harness, "other", "hello", 20);
	harness_channel(harness, deferred, other, false);
	harness_channel(harness, deferred, other, false);
	harness_channel(harness, caller, deferred, true);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_output(harness, "deferred: answers 2\nother: notified on 1\nreturned\n");
	harness_destroy(harness);
}
