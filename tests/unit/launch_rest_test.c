#include "launch_harness.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

TEST(who_waits_for_a_lock_at_the_end_is_deadlocked)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "wait_mutex", "trouble", 10);
	harness_pd(harness, "wait_event", "trouble", 10);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DEADLOCK);
	assert_string_equal(harness->reports, "causeway: pd 'wait_mutex' waits for mutex 'door'\n"
					      "causeway: pd 'wait_mutex' waits for semaphore 'seats'\n"
					      "causeway: deadlock: nothing can run any more\n");
	harness_destroy(harness);
}

TEST(a_fault_comes_before_a_deadlock)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "wait_mutex", "trouble", 10);
	harness_pd(harness, "undefined", "trouble", 10);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_FAULT);
	harness_expect_report(harness, "pd 'wait_mutex' waits for mutex 'door'");
	harness_destroy(harness);
}

TEST(the_timeout_names_who_runs)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "spin", "trouble", 10);
	harness->options.timeout = 1;
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DIAGNOSTICS);
	harness_expect_output(harness, "spins\n");
	assert_string_equal(harness->reports, "causeway: still running after 1 s: pd 'spin' runs\n");
	harness_destroy(harness);
}

static void stop_with(int signal)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "spin", "trouble", 10);
	harness_start(harness);
	harness_await(harness, "spins\n");
	kill(harness->process, signal);
	harness_wait(harness);
	harness_expect_status(harness, 128 + signal);
	harness_expect_report(harness, "causeway: stopped by SIG");
	harness_destroy(harness);
}

TEST(signals_stop_the_run)
{
	stop_with(SIGINT);
	stop_with(SIGTERM);
}

TEST(a_signal_that_was_ignored_at_the_start_stays_ignored)
{
	struct harness *harness = harness_create();
	signal(SIGHUP, SIG_IGN);
	harness_pd(harness, "spin", "trouble", 10);
	harness_start(harness);
	signal(SIGHUP, SIG_DFL);
	harness_await(harness, "spins\n");
	kill(harness->process, SIGHUP);
	kill(harness->process, SIGTERM);
	harness_wait(harness);
	harness_expect_status(harness, 128 + SIGTERM);
	harness_destroy(harness);
}

TEST(a_signal_from_outside_is_no_memory_access)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "spin", "trouble", 10);
	harness_start(harness);
	harness_await(harness, "spins\n");
	kill(harness_child(harness), SIGSEGV);
	harness_wait(harness);
	harness_expect_status(harness, LAUNCH_FAULT);
	harness_expect_report(harness, "pd 'spin' faulted: was sent SIGSEGV from outside; pc 0x");
	harness_destroy(harness);
}

/* The processes of the run become ours when the launcher dies, so that their end can be seen. */
TEST(nobody_outlives_the_launcher)
{
	struct harness *harness = harness_create();
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	harness_pd(harness, "spin", "trouble", 10);
	harness_pd(harness, "below", "hello", 9);
	harness_pd(harness, "wait_event", "trouble", 20);
	harness_start(harness);
	harness_await(harness, "spins\n");
	kill(harness->process, SIGKILL);
	harness_wait(harness);
	harness_expect_status(harness, 128 + SIGKILL);
	int status, ended = 0;
	while (wait(&status) > 0) {
		assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
		ended++;
	}
	assert_int_equal(errno, ECHILD);
	assert_int_equal(ended, 3);
	prctl(PR_SET_CHILD_SUBREAPER, 0);
	harness_destroy(harness);
}

TEST(nobody_outlives_a_run)
{
	struct harness *harness = harness_create();
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	for (int i = 0; i < 8; i++)
		harness_pd(harness, arena_format(harness->compilation->arena, "p%d", i), "hello", 10);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_int_equal(wait(NULL), -1);
	assert_int_equal(errno, ECHILD);
	prctl(PR_SET_CHILD_SUBREAPER, 0);
	harness_destroy(harness);
}
