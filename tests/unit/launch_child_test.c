/* Children: what their parents are told, and what becomes of what they answer. */
#include "launch_harness.h"

#include <string.h>

/* A child that does what its own name says, of a parent that deals with it as that one's does. */
static struct harness *family(const char *parent_name, const char *child_name)
{
	struct harness *harness = harness_create();
	struct model_pd *parent = harness_pd(harness, parent_name, "parent", 20);
	struct model_pd *child = harness_pd(harness, child_name, "trouble", 10);
	child->parent = parent;
	child->child_id = 0;
	VEC_PUSH(harness->compilation->arena, &parent->children, child);
	return harness;
}

/* Somebody below all others, who notifies the parent. */
static void add_notifier(struct harness *harness)
{
	struct model_pd *below = harness_pd(harness, "last", "witness", 1);
	harness_channel(harness, below, harness->model->pds.items[0], false);
}

static void expect(struct harness *harness, int status, const char *output)
{
	harness_run(harness);
	harness_expect_output(harness, output);
	harness_expect_status(harness, status);
}

TEST(a_parent_can_answer_for_the_kernel)
{
	struct harness *harness = family("emulate", "ask_kernel");
	expect(harness, LAUNCH_DONE,
	       "parent: fault 1, label 2, words 19\nparent: call 102 with 77\nchild: result 1234\n");
	harness_expect_no_report(harness);
	harness_destroy(harness);
}

TEST(a_reply_sets_as_many_registers_as_it_has_words)
{
	struct harness *harness = family("skip", "skipped");
	expect(harness, LAUNCH_DONE,
	       "parent: fault 1, label 3, words 5\nparent: exception 6\nchild: goes on\n");
	harness_expect_no_report(harness);
	harness_destroy(harness);
}

TEST(a_reply_with_a_label_leaves_the_child_stopped)
{
	struct harness *harness = family("refuse", "skipped");
	expect(harness, LAUNCH_DONE, "parent: fault 1, label 3, words 5\n");
	assert_null(strstr(harness->output, "child: goes on"));
	assert_null(strstr(harness->output, "fault 2"));
	harness_destroy(harness);
}

TEST(restarted_where_it_was_a_child_faults_again)
{
	struct harness *harness = family("restart_at", "read_outside");
	expect(harness, LAUNCH_DONE,
	       "parent: fault 1, label 6, words 4\nparent: fault 2, label 6, words 4\nparent: fault 3, label "
	       "6, words "
	       "4\n");
	harness_destroy(harness);
}

TEST(what_has_no_like_on_sel4_is_an_exception)
{
	static const char *const ways[] = { "fail_assertion", "exit_3", "too_many_words", "divide",
					    "non_canonical" };
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct harness *harness = family("leave", ways[i]);
		expect(harness, LAUNCH_DONE, "parent: fault 1, label 3, words 5\n");
		harness_expect_no_report(harness);
		harness_destroy(harness);
	}
}

TEST(a_child_that_ends_itself_can_be_started_again)
{
	struct harness *harness = family("any", "exit_again");
	add_notifier(harness);
	expect(harness, LAUNCH_DONE, "child: start 1\nparent: restarts\nchild: start 2\n");
	harness_expect_report(harness, "pd 'exit_again' ended itself with exit status 0");
	harness_destroy(harness);
}

TEST(a_child_whose_process_has_ended_cannot)
{
	struct harness *harness = family("any", "kill_itself");
	add_notifier(harness);
	expect(harness, LAUNCH_FAULT, "parent: restarts\n");
	harness_expect_report(harness, "pd 'kill_itself' faulted: its process was killed by SIGSEGV");
	harness_expect_report(harness,
			      "pd 'any' cannot make pd 'kill_itself' run again: its process has ended");
	harness_destroy(harness);
}

TEST(a_fault_that_the_parent_never_takes_is_reported)
{
	struct harness *harness = family("ended", "read_outside");
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_FAULT);
	harness_expect_report(
		harness, "pd 'read_outside' faulted: read from address 0x7654000, where nothing is mapped");
	harness_expect_report(harness, "; its parent 'ended' has not dealt with it");
	harness_destroy(harness);
}

TEST(faults_that_parents_get_are_told_on_demand)
{
	struct harness *harness = family("leave", "read_outside");
	harness->options.verbose = true;
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_report(
		harness, "pd 'read_outside' faulted: read from address 0x7654000, where nothing is mapped");
	harness_expect_report(harness, "; its parent 'leave' is told");
	harness_destroy(harness);
}
