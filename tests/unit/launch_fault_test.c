#include "launch_harness.h"

#include <string.h>

/* A protection domain that goes wrong, above one that goes on and prints when all else is done. */
static struct harness *run_beside(const char *name, int status)
{
	struct harness *harness = harness_create();
	harness_pd(harness, name, "trouble", 20);
	harness_pd(harness, "other", "hello", 10);
	harness_run(harness);
	harness_expect_status(harness, status);
	harness_expect_output(harness, "other: init\n");
	return harness;
}

static void expect_fault(const char *name, const char *report)
{
	struct harness *harness = run_beside(name, LAUNCH_FAULT);
	harness_expect_report(harness, report);
	harness_destroy(harness);
}

TEST(what_is_mapped_read_only_cannot_be_written)
{
	struct harness *harness = harness_create();
	struct model_pd *writer = harness_pd(harness, "write_readable", "trouble", 20);
	struct model_pd *checker = harness_pd(harness, "write_writable", "trouble", 10);
	struct model_region *region =
		model_region_add(harness->compilation, harness->model, "shared", 0x2000);
	model_map_add(harness->compilation, writer, region, 0x3000000, MODEL_PERM_READ)->setvar_vaddr =
		"readable";
	model_map_add(harness->compilation, checker, region, 0x4000000, MODEL_PERM_READ | MODEL_PERM_WRITE)
		->setvar_vaddr = "writable";
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_FAULT);
	assert_string_equal(harness->output, "reads 0\nwrote 7\n");
	harness_expect_report(harness,
			      "causeway: pd 'write_readable' faulted: wrote to address 0x3000008, in region "
			      "'shared', which is mapped r; pc 0x2");
	harness_expect_report(harness, "(write_readable+0x");
	harness_destroy(harness);
}

TEST(memory_that_is_not_mapped_cannot_be_read)
{
	expect_fault("read_outside",
		     "pd 'read_outside' faulted: read from address 0x7654000, where nothing is mapped");
}

TEST(data_cannot_be_executed)
{
	expect_fault("execute_data", "in its own program, which is mapped rw there");
}

TEST(code_cannot_be_written)
{
	expect_fault("write_code", "wrote to address 0x201000, in its own program, which is mapped rx there");
}

TEST(an_address_that_cannot_exist)
{
	expect_fault("non_canonical", "accessed an address that cannot exist");
}

TEST(the_stack_has_an_end)
{
	expect_fault("overflow", "below its stack of 0x2000 bytes (stack overflow)");
}

TEST(files_cannot_be_opened)
{
	expect_fault("open_file",
		     "pd 'open_file' faulted: it made the system call open, which a protection domain may "
		     "not; pc 0x");
}

TEST(there_is_no_other_way_into_the_kernel)
{
	expect_fault("other_entry",
		     "pd 'other_entry' faulted: it made the system call through another architecture's "
		     "entry, which");
}

TEST(bad_instructions)
{
	expect_fault("undefined", "pd 'undefined' faulted: executed an instruction that does not exist");
}

TEST(division_by_zero)
{
	expect_fault("divide", "pd 'divide' faulted: divided by zero");
}

TEST(failed_assertions)
{
	struct harness *harness = run_beside("fail_assertion", LAUNCH_FAULT);
	harness_expect_output(harness, "Assertion failed");
	harness_expect_report(harness, "pd 'fail_assertion' faulted: it called abort()");
	harness_destroy(harness);
}

TEST(exit_statuses)
{
	struct harness *harness = run_beside("exit_0", LAUNCH_DONE);
	harness_expect_report(harness, "pd 'exit_0' ended itself with exit status 0");
	harness_destroy(harness);
	expect_fault("exit_3", "pd 'exit_3' ended itself with exit status 3");
}

TEST(a_process_that_dies_without_a_report)
{
	expect_fault("kill_itself", "pd 'kill_itself' faulted: its process was killed by SIG");
}

/* The queues are made anew: who was in them still runs. */
TEST(a_process_that_dies_while_it_edits_the_queues)
{
	expect_fault("die_editing", "pd 'die_editing' faulted: its process was killed by SIG");
}

/* Whoever overwrites the scheduler's memory ends the run, not the launcher. */
TEST(a_scheduler_that_makes_no_sense)
{
	static const char *const names[] = { "scribble_queues", "scribble_current" };
	for (int i = 0; i < 2; i++) {
		struct harness *harness = harness_create();
		harness_pd(harness, names[i], "trouble", 20);
		harness_pd(harness, "other", "hello", 10);
		harness_run(harness);
		harness_expect_status(harness, LAUNCH_FAULT);
		harness_expect_report(harness, "the scheduler's memory makes no sense");
		harness_destroy(harness);
	}
}

/* The one that is notified has faulted; the notifier is not held up. */
TEST(notifying_one_that_has_faulted)
{
	struct harness *harness = harness_create();
	struct model_pd *faulted = harness_pd(harness, "undefined", "trouble", 200);
	struct model_pd *killed = harness_pd(harness, "kill_itself", "trouble", 200);
	struct model_pd *fan = harness_pd(harness, "fan", "fan", 100);
	harness_channel(harness, fan, faulted, false);
	harness_channel(harness, fan, killed, false);
	harness_channel(harness, fan, killed, false);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_FAULT);
	harness_expect_output(harness, "fan: all notified\n");
	harness_destroy(harness);
}
