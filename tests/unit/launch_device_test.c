#include "launch_harness.h"

#include "causeway/device.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* A protection domain that drives the device of LINE, whose interrupt is 33 and whose registers 0x1000. */
static struct harness *driver(const char *name, const char *line)
{
	struct harness *harness = harness_create();
	struct model_pd *pd = harness_pd(harness, name, "device", 10);
	harness_irq(harness, pd, 1, 33);
	harness_registers(harness, pd, sizeof(struct device_disk), "registers");
	harness_device(harness, line);
	return harness;
}

static const char *scratch_path(const char *name)
{
	static char path[128];
	snprintf(path, sizeof path, "/tmp/causeway-device-test-%d-%s", (int)getpid(), name);
	return path;
}

/* ------------------------------------------------------------ terminal */

static const char terminal_line[] = "terminal irq=33 registers=0x1000";

/* Far more than the ring holds. */
TEST(all_input_arrives_and_so_does_its_end)
{
	enum { SIZE = 200000 };
	struct harness *harness = driver("count_input", terminal_line);
	char *text = calloc(1, SIZE);
	unsigned long sum = 0;
	assert_non_null(text);
	for (int i = 0; i < SIZE; i++) {
		text[i] = (char)(i * 31 % 128);
		sum += (unsigned long)text[i];
	}
	harness->standard_input = memfd_create("input", 0);
	assert_int_equal(pwrite(harness->standard_input, text, SIZE, 0), SIZE);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	snprintf(text, SIZE, "%d bytes, sum %lu\n", SIZE, sum);
	assert_string_equal(harness->output, text);
	harness_expect_no_report(harness);
	close(harness->standard_input);
	free(text);
	harness_destroy(harness);
}

TEST(the_system_waits_for_input_and_ends_with_it)
{
	struct harness *harness = driver("count_input", terminal_line);
	int ends[2];
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
	harness->standard_input = ends[0];
	harness_pd(harness, "hello", "hello", 5);
	harness_start(harness);
	harness_await(harness, "hello: init\n");
	usleep(50000);
	assert_int_equal(write(ends[1], "a", 1), 1);
	usleep(20000);
	assert_int_equal(write(ends[1], "b", 1), 1);
	/* Not only closed: the run's processes are forks of this one. */
	shutdown(ends[1], SHUT_WR);
	harness_wait(harness);
	close(ends[0]);
	close(ends[1]);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output, "hello: init\n2 bytes, sum 195\n");
	harness_destroy(harness);
}

TEST(all_output_of_a_terminal_is_shown)
{
	struct harness *harness = driver("write_much", terminal_line);
	char expected[64];
	const char *at;
	harness->standard_input = open("/dev/null", O_RDONLY);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	at = harness->output;
	for (int i = 0; i < 1000; i++) {
		snprintf(expected, sizeof expected, "line %d of the terminal\n", i);
		assert_memory_equal(at, expected, strlen(expected));
		at += strlen(expected);
	}
	assert_string_equal(at, "");
	close(harness->standard_input);
	harness_destroy(harness);
}

/* The terminal shows its text at once; a line of the debug console starts on a line of its own. */
TEST(the_terminal_does_not_mix_with_the_debug_console)
{
	struct harness *harness = driver("prompt", terminal_line);
	harness->standard_input = open("/dev/null", O_RDONLY);
	harness_run(harness);
	assert_string_equal(harness->output, "name? \nwhole line\nthanks\n");
	close(harness->standard_input);
	harness_destroy(harness);
}

static void run_scribble(const char *line)
{
	for (int simulated = 0; simulated < 2; simulated++) {
		struct harness *harness = driver("scribble", line);
		harness->options.simulate = simulated;
		harness->standard_input = open("/dev/null", O_RDONLY);
		harness_run(harness);
		harness_expect_status(harness, LAUNCH_DONE);
		harness_expect_output(harness, "scribbled\n");
		close(harness->standard_input);
		harness_destroy(harness);
	}
}

TEST(devices_survive_nonsense_in_their_registers)
{
	char line[256];
	run_scribble(terminal_line);
	snprintf(line, sizeof line, "disk irq=33 registers=0x1000 size=64K file=%s",
		 scratch_path("nonsense"));
	run_scribble(line);
	unlink(scratch_path("nonsense"));
}

/* ------------------------------------------------------------- network */

static int connect_to(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	strcpy(address.sun_path, path);
	for (int i = 0; i < 5000; i++) {
		int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
		if (!connect(fd, (struct sockaddr *)&address, sizeof address))
			return fd;
		close(fd);
		usleep(1000);
	}
	fail_msg("nobody listens at %s", path);
	return -1;
}

/* A hundred frames at once: more than the ring, so that the wire has to wait for the domain. */
TEST(frames_come_back_over_a_unix_socket)
{
	enum { FRAMES = 100 };
	const char *path = scratch_path("wire");
	char line[256], frame[DEVICE_FRAME_SIZE];
	snprintf(line, sizeof line, "network irq=33 registers=0x1000 unix=\"%s\"", path);
	struct harness *harness = driver("net_echo", line);
	harness_start(harness);
	int wire = connect_to(path);
	for (int i = 0; i < FRAMES; i++) {
		memset(frame, i, sizeof frame);
		assert_int_equal(send(wire, frame, (size_t)(14 + i * 20), 0), 14 + i * 20);
	}
	for (int i = 0; i < FRAMES; i++) {
		assert_int_equal(recv(wire, frame, sizeof frame, 0), 14 + i * 20);
		assert_int_equal(frame[13 + i * 20], i);
	}
	/* Too short and too long ones are lost. */
	assert_int_equal(send(wire, "short", 5, 0), 5);
	close(wire);
	harness_wait(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output, "net_echo: link up\nnet_echo: link down\n");
	assert_int_equal(access(path, F_OK), -1);
	harness_destroy(harness);
}

TEST(two_runs_talk_over_a_unix_socket)
{
	char line[256];
	snprintf(line, sizeof line, "network irq=33 registers=0x1000 unix=%s", scratch_path("pair"));
	struct harness *echo = driver("net_echo", line);
	struct harness *ask = driver("net_ask", line);
	harness_start(echo);
	harness_run(ask);
	harness_expect_status(ask, LAUNCH_DONE);
	assert_string_equal(ask->output, "net_ask: link up\nanswer of 27 bytes: how are you?\n");
	harness_wait(echo);
	harness_expect_status(echo, LAUNCH_DONE);
	assert_string_equal(echo->output, "net_echo: link up\nnet_echo: link down\n");
	harness_destroy(ask);
	harness_destroy(echo);
}

static void run_refused(const char *line, const char *report)
{
	struct harness *harness = driver("net_echo", line);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DIAGNOSTICS);
	harness_expect_report(harness, report);
	assert_string_equal(harness->output, "");
	harness_destroy(harness);
}

TEST(a_wire_that_cannot_be_had_is_an_error_at_its_line)
{
	run_refused(
		"network irq=33 registers=0x1000 tap=this-name-is-too-long",
		"--device:1:1: error: cannot use the TAP interface 'this-name-is-too-long': File name too "
		"long [-Wboard-device]");
	run_refused("network irq=33 registers=0x1000 unix=/nowhere/wire",
		    "error: cannot use the UNIX socket '/nowhere/wire': No such file or directory");
	run_refused("network irq=33 registers=0x1000 unix=/etc/passwd",
		    "error: cannot use the UNIX socket '/etc/passwd': ");
	if (access("/dev/net/tun", R_OK | W_OK))
		run_refused("network irq=33 registers=0x1000 tap=tap0",
			    "error: cannot use the TAP interface 'tap0': ");
}

/* ---------------------------------------------------------------- disk */

TEST(a_disk_keeps_what_is_written)
{
	const char *path = scratch_path("disk");
	char line[256], block[32];
	snprintf(line, sizeof line, "disk irq=33 registers=0x1000 size=64K file=%s", path);
	unlink(path);
	struct harness *harness = driver("disk_write", line);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output, "16 blocks\nwrite: 0\nflush: 0\n");
	harness_destroy(harness);
	int file = open(path, O_RDONLY);
	assert_int_equal(pread(file, block, 17, DEVICE_BLOCK_SIZE), 17);
	assert_string_equal(block, "kept on the disk");
	close(file);
	snprintf(line, sizeof line, "disk irq=33 registers=0x1000 readonly file=%s", path);
	harness = driver("disk_read", line);
	harness_run(harness);
	assert_string_equal(harness->output, "read: 0\nkept on the disk\n");
	harness_destroy(harness);
	harness = driver("disk_write", line);
	harness_run(harness);
	assert_string_equal(harness->output, "16 blocks, read only\nwrite: 1\nflush: 0\n");
	harness_destroy(harness);
	unlink(path);
}

TEST(a_run_ends_after_the_requests_that_are_under_way)
{
	const char *path = scratch_path("all");
	char line[256], byte;
	snprintf(line, sizeof line, "disk irq=33 registers=0x1000 size=64K file=%s", path);
	struct harness *harness = driver("disk_all", line);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output, "all are completed\n");
	harness_destroy(harness);
	int file = open(path, O_RDONLY);
	for (int i = 0; i < DEVICE_DISK_REQUESTS; i++) {
		assert_int_equal(pread(file, &byte, 1, (i + 1) * DEVICE_BLOCK_SIZE - 1), 1);
		assert_int_equal(byte, 'a' + i);
	}
	close(file);
	unlink(path);
}

TEST(a_disk_refuses_requests_that_make_no_sense)
{
	const char *path = scratch_path("misuse");
	char line[256];
	snprintf(line, sizeof line, "disk irq=33 registers=0x1000 size=64K file=%s", path);
	struct harness *harness = driver("disk_misuse", line);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output,
			    "beyond: 1\nfar beyond: 1\nno operation: 1\nninth: -1\ntoo many: left alone\n");
	harness_destroy(harness);
	unlink(path);
}

TEST(a_disk_that_cannot_be_had_is_an_error_at_its_line)
{
	const char *path = scratch_path("small");
	char line[256];
	run_refused("disk irq=33 registers=0x1000 file=/nowhere/disk",
		    "--device:1:1: error: the disk's file '/nowhere/disk' cannot be opened: No such file or "
		    "directory [-Wboard-device]");
	run_refused("disk irq=33 registers=0x1000 file=/dev/null", "is no file with a size");
	snprintf(line, sizeof line, "disk irq=33 registers=0x1000 file=%s", path);
	int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	run_refused(line, "has less than one block of 4096 bytes");
	assert_int_equal(flock(file, LOCK_EX), 0);
	run_refused(line, "is in use by another run");
	close(file);
	unlink(path);
}

/* -------------------------------------------------------------- agents */

TEST(an_agent_that_dies_is_reported_and_not_waited_for)
{
	struct harness *harness = driver("count_input", terminal_line);
	int ends[2];
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	harness->standard_input = ends[0];
	harness_pd(harness, "hello", "hello", 5);
	harness_start(harness);
	harness_await(harness, "hello: init\n");
	kill(harness_child_named(harness, "agent-terminal"), SIGKILL);
	harness_wait(harness);
	harness_expect_status(harness, LAUNCH_IO);
	harness_expect_report(harness,
			      "causeway: the agent of the terminal at interrupt 33 was killed by SIGKILL; "
			      "nothing comes from the device any more\n");
	close(ends[0]);
	close(ends[1]);
	harness_destroy(harness);
}

TEST(who_has_not_the_registers_cannot_reach_them)
{
	struct harness *harness = driver("count_input", terminal_line);
	harness->standard_input = open("/dev/null", O_RDONLY);
	harness_pd(harness, "read_outside", "trouble", 20);
	struct model_pd *other = harness_pd(harness, "scribble", "device", 15);
	struct model_region *own = model_region_add(harness->compilation, harness->model, "own", 0x1000);
	model_map_add(harness->compilation, other, own, 0x4000000, MODEL_PERM_READ | MODEL_PERM_WRITE)
		->setvar_vaddr = "registers";
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_FAULT);
	harness_expect_output(harness, "scribbled\n");
	harness_expect_output(harness, "0 bytes, sum 0\n");
	close(harness->standard_input);
	harness_destroy(harness);
}
