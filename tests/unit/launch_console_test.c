#include "launch_harness.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

TEST(the_c_library_works)
{
	struct harness *harness = harness_create();
	struct model_pd *pd = harness_pd(harness, "libc", "trouble", 10);
	pd->has_stack_size = true;
	pd->stack_size = 0x4000;
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_no_report(harness);
	assert_string_equal(harness->output, "3.142 1.000000e+100 2\nterminal 1\n0 0 0\n0 1\n");
	harness_destroy(harness);
}

TEST(a_program_may_take_over_its_output)
{
	struct harness *harness = harness_create();
	struct model_pd *pd = harness_pd(harness, "redirect", "redirect", 100);
	pd->has_stack_size = true; /* floating point is printed with much of it */
	pd->stack_size = 0x8000;
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_no_report(harness);
	assert_string_equal(harness->output, "console\n<42 1.50 text\n<13\n<error\n0.5 console\n");
	harness_destroy(harness);
}

TEST(lines_of_different_domains_do_not_mix)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "half_line", "trouble", 20);
	harness_pd(harness, "long_line", "trouble", 15);
	harness_pd(harness, "other_half", "trouble", 10);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	char line[5002];
	memset(line, 'x', 5000);
	memcpy(line + 5000, "\n", 2);
	assert_true(!strncmp(harness->output, line, 5001));
	assert_string_equal(harness->output + 5001, "and another half with an end\nhalf a line, \n");
	harness_destroy(harness);
}

TEST(all_that_is_printed_arrives)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "print_much", "trouble", 20);
	harness_pd(harness, "undefined", "trouble", 10);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_FAULT);
	const char *at = harness->output;
	for (int i = 0; i < 20000; i++) {
		char line[32];
		int length = snprintf(line, sizeof line, "line %d\n", i);
		assert_true(!strncmp(at, line, (size_t)length));
		at += length;
	}
	assert_string_equal(at, "");
	harness_destroy(harness);
}

TEST(a_full_disk_stops_the_run)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "print_much", "trouble", 20);
	harness->standard_output = open("/dev/full", O_RDWR);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_IO);
	harness_expect_report(harness, "standard output: error: cannot write: No space left on device");
	harness_destroy(harness);
}

TEST(a_reader_that_has_gone_stops_the_run)
{
	struct harness *harness = harness_create();
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	harness_pd(harness, "print_much", "trouble", 20);
	harness->standard_output = ends[1];
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_IO);
	harness_expect_report(harness, "standard output: error: cannot write: Broken pipe");
	harness_destroy(harness);
}

/* Nobody reads: the run stands still, but can be stopped. */
TEST(a_reader_that_does_not_read_does_not_hold_up_a_signal)
{
	struct harness *harness = harness_create();
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	harness_pd(harness, "print_much", "trouble", 20);
	harness->standard_output = ends[1];
	harness->options.timeout = 0;
	harness_start(harness);
	usleep(100000);
	kill(harness->process, SIGTERM);
	harness_wait(harness);
	harness_expect_status(harness, 128 + SIGTERM);
	close(ends[0]);
	harness_destroy(harness);
}
