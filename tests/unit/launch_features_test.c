/* Kernels that lack something, or containers that do not allow it: the report says what. */
#include "launch_harness.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <unistd.h>

/* From now on this process gets ERROR from the system calls; a condition on argument ARGUMENT, if it is not
 * -1. */
static void forbid(int error, int call, int argument, unsigned long mask)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	int failed = argument < 0
			     ? seccomp_rule_add(filter, SCMP_ACT_ERRNO((unsigned)error), call, 0)
			     : seccomp_rule_add(filter, SCMP_ACT_ERRNO((unsigned)error), call, 1,
						SCMP_CMP((unsigned)argument, SCMP_CMP_MASKED_EQ, mask, mask));
	if (failed || seccomp_load(filter))
		abort();
	seccomp_release(filter);
}

static void expect_missing(void (*prepare)(void), const char *report)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "one", "hello", 10);
	harness->prepare = prepare;
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DIAGNOSTICS);
	harness_expect_report(harness, report);
	assert_string_equal(harness->output, "");
	harness_destroy(harness);
}

static void without_memory_files(void)
{
	forbid(ENOSYS, SCMP_SYS(memfd_create), -1, 0);
}

TEST(a_kernel_without_memory_files)
{
	expect_missing(without_memory_files, "error: the kernel does not offer memfd_create here (Linux "
					     "3.17): Function not implemented; memory "
					     "regions are memory files");
}

static void without_pidfds(void)
{
	forbid(EPERM, SCMP_SYS(pidfd_open), -1, 0);
}

TEST(a_kernel_without_process_files)
{
	expect_missing(
		without_pidfds,
		"error: the kernel does not offer pidfd_open here (Linux 5.4): Operation not permitted; ");
}

static void without_filters(void)
{
	forbid(EINVAL, SCMP_SYS(seccomp), -1, 0);
}

TEST(a_kernel_without_filters)
{
	expect_missing(without_filters, "error: the kernel does not offer seccomp here (Linux 4.14, "
					"CONFIG_SECCOMP_FILTER): Invalid argument; ");
}

static void without_futex(void)
{
	forbid(ENOSYS, SCMP_SYS(futex), -1, 0);
}

TEST(a_kernel_without_futex)
{
	expect_missing(without_futex, "error: the kernel does not offer futex here (CONFIG_FUTEX): ");
}

static void without_fixed_maps(void)
{
	forbid(EOPNOTSUPP, SCMP_SYS(mmap), 3, MAP_FIXED_NOREPLACE);
}

TEST(a_kernel_without_fixed_maps)
{
	expect_missing(without_fixed_maps,
		       "error: the kernel does not offer MAP_FIXED_NOREPLACE here (Linux 4.17): ");
}

static void without_events(void)
{
	forbid(ENOSYS, SCMP_SYS(signalfd4), -1, 0);
}

TEST(a_kernel_without_events)
{
	expect_missing(without_events, "error: the kernel does not offer epoll, signalfd, timerfd here (");
}

static void without_timers(void)
{
	forbid(ENOSYS, SCMP_SYS(timer_create), -1, 0);
}

TEST(a_kernel_without_timers)
{
	expect_missing(without_timers,
		       "error: the kernel does not offer timer_create here (CONFIG_POSIX_TIMERS): ");
}

static void without_much(void)
{
	without_pidfds();
	without_timers();
}

TEST(all_that_is_missing_is_reported)
{
	expect_missing(without_much, "does not offer timer_create");
	expect_missing(without_much, "does not offer pidfd_open");
}

/* What only an optimisation needs may be missing. */
static void without_close_range(void)
{
	forbid(ENOSYS, SCMP_SYS(close_range), -1, 0);
	forbid(EPERM, SCMP_SYS(sched_setaffinity), -1, 0);
}

TEST(a_kernel_without_close_range_and_affinity)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "one", "hello", 10);
	harness->prepare = without_close_range;
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_no_report(harness);
	harness_expect_output(harness, "one: init");
	harness_destroy(harness);
}

/* As containers forbid it. */
static void without_fixed_addresses(void)
{
	forbid(EPERM, SCMP_SYS(personality), 0, ADDR_NO_RANDOMIZE);
}

TEST(a_simulated_run_that_cannot_have_fixed_addresses)
{
	struct harness *harness = harness_create();
	harness_pd(harness, "one", "hello", 10);
	harness->prepare = without_fixed_addresses;
	harness->options.simulate = true;
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	harness_expect_report(harness,
			      "addresses are chosen at random here (personality: Operation not permitted)");
	harness_expect_output(harness, "one: init");
	harness_destroy(harness);
}
