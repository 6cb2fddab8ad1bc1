/* Devices in simulated time: what comes from them comes at the same time in every run, or they are refused.
 */
#include "launch_harness.h"

#include "causeway/device.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

/* A protection domain that drives the device of LINE, whose interrupt is 33 and whose registers 0x1000. */
static struct harness *driver(const char *name, const char *line)
{
	struct harness *harness = harness_create();
	struct model_pd *pd = harness_pd(harness, name, "simulated", 10);
	harness_irq(harness, pd, 1, 33);
	harness_registers(harness, pd, sizeof(struct device_disk), "registers");
	harness_device(harness, line);
	harness->options.simulate = true;
	harness->options.trace_hash = true;
	return harness;
}

static int input_of(const char *text, size_t length)
{
	int file = memfd_create("input", MFD_CLOEXEC);
	assert_int_equal(pwrite(file, text, length, 0), (ssize_t)length);
	return file;
}

/* Runs it again, elsewhere on the machine, and expects the same. Destroys both. */
static void expect_same(struct harness *first, struct harness *again)
{
	again->options.unpinned = true;
	harness_run(again);
	harness_expect_status(first, LAUNCH_DONE);
	harness_expect_status(again, LAUNCH_DONE);
	assert_string_equal(first->output, again->output);
	harness_expect_report(first, "trace hash ");
	assert_string_equal(first->reports, again->reports);
	harness_destroy(first);
	harness_destroy(again);
}

static struct harness *run_keys(int input)
{
	struct harness *harness = driver("keys", "terminal irq=33 registers=0x1000 pace=2ms");
	harness->standard_input = input;
	return harness;
}

/* Once from a file; once from a pipe into which somebody types slowly: simulated time waits. */
TEST(what_is_typed_comes_at_the_pace_of_its_line)
{
	struct harness *from_file = run_keys(input_of("abc", 3)), *from_pipe;
	harness_run(from_file);
	assert_string_equal(from_file->output,
			    "a at 2000 us\nb at 4000 us\nc at 6000 us\nend after 3 at 8000 us\n");
	int ends[2];
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
	from_pipe = run_keys(ends[0]);
	harness_start(from_pipe);
	for (int i = 0; i < 3; i++) {
		usleep(20000);
		assert_int_equal(write(ends[1], &"abc"[i], 1), 1);
	}
	shutdown(ends[1], SHUT_WR);
	harness_wait(from_pipe);
	harness_expect_status(from_pipe, LAUNCH_DONE);
	assert_string_equal(from_pipe->reports, from_file->reports);
	harness_destroy(from_pipe);
	expect_same(from_file, run_keys(input_of("abc", 3)));
	close(ends[0]);
	close(ends[1]);
}

/* Its ring is full, and stays so for long; nothing is lost, and it goes on by itself when there is room. */
TEST(input_for_which_there_is_no_room_waits)
{
	enum { SIZE = 3000 };
	static const char text[SIZE];
	const char *line = "terminal irq=33 registers=0x1000 pace=1us";
	struct harness *first = driver("late", line), *again = driver("late", line);
	first->standard_input = input_of(text, SIZE);
	again->standard_input = input_of(text, SIZE);
	harness_run(first);
	harness_expect_output(first, "end after 3000 at ");
	expect_same(first, again);
}

TEST(input_can_be_a_file_of_its_own_in_both_modes)
{
	char path[] = "/tmp/causeway-typed-test-XXXXXX", line[128];
	int file = mkstemp(path);
	assert_int_equal(write(file, "xy", 2), 2);
	close(file);
	snprintf(line, sizeof line, "terminal irq=33 registers=0x1000 file=%s", path);
	for (int simulated = 0; simulated < 2; simulated++) {
		struct harness *harness = driver("keys", line);
		harness->options.simulate = harness->options.trace_hash = simulated;
		harness->standard_input = input_of("not this", 8);
		harness_run(harness);
		harness_expect_status(harness, LAUNCH_DONE);
		harness_expect_output(harness, simulated ? "x at 100 us\ny at 200 us\n" : "x at ");
		harness_expect_output(harness, "end after 2 at ");
		harness_destroy(harness);
	}
	unlink(path);
}

TEST(timers_go_off_when_simulated_time_has_come)
{
	struct harness *first = driver("deadlines", "timer irq=33 registers=0x1000"),
		       *again = driver("deadlines", "timer irq=33 registers=0x1000");
	harness_run(first);
	unsigned long at[3];
	assert_int_equal(sscanf(first->output, "deadline at %lu us\ndeadline at %lu us\ndeadline at %lu us\n",
				&at[0], &at[1], &at[2]),
			 3);
	for (unsigned long i = 0; i < 3; i++)
		assert_in_range(at[i], 700 * (i + 1), 700 * (i + 1) + 10);
	expect_same(first, again);
}

/* The first period is over while nobody runs, and from the very beginning on. */
TEST(a_period_is_one_of_simulated_time)
{
	struct harness *first = driver("period", "timer irq=33 period=3ms"),
		       *again = driver("period", "timer irq=33 period=3ms");
	first->options.timeout = again->options.timeout = 1;
	harness_run(first);
	harness_run(again);
	harness_expect_status(first, LAUNCH_DIAGNOSTICS);
	assert_memory_equal(first->output,
			    "interrupt at 3000 us\ninterrupt at 6000 us\ninterrupt at 9000 us\n", 62);
	harness_expect_output(first, "interrupt at 999000 us\n");
	harness_expect_report(first, "trace hash ");
	assert_string_equal(first->output, again->output);
	assert_string_equal(first->reports, again->reports);
	harness_destroy(first);
	harness_destroy(again);
}

static struct harness *run_disk(const char *path)
{
	char line[128];
	snprintf(line, sizeof line, "disk irq=33 registers=0x1000 size=64K file=%s", path);
	return driver("disk", line);
}

/* A request is completed in no time: the kick returns with it. */
TEST(a_disk_answers_at_the_same_time_in_every_run)
{
	char path[64];
	snprintf(path, sizeof path, "/tmp/causeway-simulated-disk-%d", (int)getpid());
	struct harness *first = run_disk(path);
	harness_run(first);
	harness_expect_output(first, "written after 0 looks, at ");
	harness_expect_output(first, "interrupt at ");
	expect_same(first, run_disk(path));
	unlink(path);
}

static void expect_refused(struct harness *harness, const char *report)
{
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DIAGNOSTICS);
	assert_string_equal(harness->output, "");
	harness_expect_report(harness, report);
	harness_destroy(harness);
}

TEST(what_comes_at_a_time_of_its_own_is_refused_at_its_line)
{
	expect_refused(
		driver("keys", "network irq=33 registers=0x1000 unix=/nowhere/wire"),
		"--device:1:1: error: a simulated run cannot have a network: frames come over a wire at "
		"times of their own [-Wboard-device]");
	struct harness *harness = harness_create();
	harness_irq(harness, harness_pd(harness, "keys", "simulated", 10), 1, 33);
	harness_device(harness, "signal irq=33 signal=USR1");
	harness->options.simulate = true;
	expect_refused(harness, "--device:1:1: error: a simulated run cannot have a signal: signals come at "
				"times of their own [-Wboard-device]");
	int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	assert_true(terminal >= 0);
	harness = driver("keys", "terminal irq=33 registers=0x1000");
	harness->standard_input = terminal;
	expect_refused(harness,
		       "--device:1:1: error: a simulated run cannot have a terminal at which somebody "
		       "types [-Wboard-device]");
	close(terminal);
	expect_refused(
		driver("keys", "terminal irq=33 registers=0x1000 file=/nowhere/keys"),
		"--device:1:1: error: what is typed cannot be read from '/nowhere/keys': No such file or "
		"directory [-Wboard-device]");
}

TEST(a_run_that_stands_still_for_input_can_be_stopped)
{
	int ends[2];
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
	struct harness *harness = run_keys(ends[0]);
	harness_start(harness);
	assert_int_equal(write(ends[1], "ab", 2), 2);
	harness_await(harness, "b at 4000 us\n");
	kill(harness->process, SIGTERM);
	harness_wait(harness);
	harness_expect_status(harness, LAUNCH_SIGNAL + SIGTERM);
	harness_expect_report(harness, "stopped by SIGTERM");
	close(ends[0]);
	close(ends[1]);
	harness_destroy(harness);
}
