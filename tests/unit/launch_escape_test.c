/*
 * Ways out of a protection domain. Each is stopped, and named in the report, or does no harm; a domain beside
 * it finds its memory intact and finishes its work.
 */
#include "launch_harness.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PATTERN_WORDS = 1024 };

enum { ESCAPE_PRIORITY = 20 };

static void give_memory(struct harness *harness, struct model_pd *pd, const char *name, uint64_t address,
			unsigned perms, const char *variable)
{
	struct model_region *region = model_region_add(harness->compilation, harness->model, name, 0x1000);
	model_map_add(harness->compilation, pd, region, address, perms)->setvar_vaddr = variable;
}

static struct model_pd *add_witness(struct harness *harness)
{
	struct model_pd *witness = harness_pd(harness, "witness", "witness", 30);
	give_memory(harness, witness, "witnessed", 0x3000000, MODEL_PERM_READ | MODEL_PERM_WRITE, "region");
	return witness;
}

/* Before WAY runs, the witness has filled its memory; after it, the last one runs, and asks for it. */
static struct harness *beside_a_witness(const char *way)
{
	struct harness *harness = harness_create();
	struct model_pd *witness = add_witness(harness);
	struct model_pd *escape = harness_pd(harness, way, "escape", ESCAPE_PRIORITY);
	struct model_pd *last = harness_pd(harness, "last", "witness", 10);
	give_memory(harness, escape, "only_read", 0x3000000, MODEL_PERM_READ, "readable");
	give_memory(harness, escape, "go", 0x4000000, MODEL_PERM_READ, "go");
	harness_channel(harness, last, witness, false);
	return harness;
}

static void expect_stopped_in(struct harness *harness, const char *way, const char *report)
{
	char start[128];
	harness_run(harness);
	snprintf(start, sizeof start, "pd '%s' ", way);
	harness_expect_report(harness, start);
	harness_expect_report(harness, report);
	harness_expect_output(harness, "witness: damaged words: 0\n");
	assert_null(strstr(harness->output, "escape: "));
	harness_expect_status(harness, LAUNCH_FAULT);
	harness_destroy(harness);
}

static void expect_stopped(const char *way, const char *report)
{
	expect_stopped_in(beside_a_witness(way), way, report);
}

/* WAY prints TEXT and goes on. */
static void expect_harmless(const char *way, const char *text)
{
	struct harness *harness = beside_a_witness(way);
	harness_run(harness);
	harness_expect_output(harness, text);
	harness_expect_output(harness, "escape: goes on\n");
	harness_expect_output(harness, "witness: damaged words: 0\n");
	harness_expect_status(harness, LAUNCH_DONE);
	harness_destroy(harness);
}

/* STOPPED_AT(name of the way, name of the system call) */
#define STOPPED_AT(way, call)                                                                                \
	TEST(escape_##way)                                                                                   \
	{                                                                                                    \
		expect_stopped(#way, "faulted: it made the system call " call                                \
				     ", which a protection domain may not; pc 0x");                          \
	}

STOPPED_AT(open, "open")
STOPPED_AT(openat_proc, "openat")
STOPPED_AT(other_memory, "open")
STOPPED_AT(socket, "socket")
STOPPED_AT(connect, "connect")
STOPPED_AT(ptrace, "ptrace")
STOPPED_AT(process_vm_writev, "process_vm_writev")
STOPPED_AT(kill, "kill")
STOPPED_AT(tgkill, "tgkill")
STOPPED_AT(mprotect, "mprotect")
STOPPED_AT(mmap_descriptor, "mmap")
STOPPED_AT(shmget, "shmget")
STOPPED_AT(memfd_create, "memfd_create")
STOPPED_AT(io_uring, "io_uring_setup")
STOPPED_AT(bpf, "bpf")
STOPPED_AT(fork, "fork")
STOPPED_AT(vfork, "vfork")
STOPPED_AT(clone, "clone")
STOPPED_AT(clone3, "clone3")
STOPPED_AT(execve, "execve")
STOPPED_AT(unshare, "unshare")
STOPPED_AT(prctl, "prctl")
STOPPED_AT(dup, "dup")
STOPPED_AT(recvmsg, "recvmsg")
STOPPED_AT(close_control, "close")

TEST(escape_x32)
{
	expect_stopped("x32", "faulted: it made the system call ");
}

TEST(escape_set_handler)
{
	expect_stopped("set_handler", "faulted: wrote to address 0x7654000, where nothing is mapped");
}

TEST(escape_exhaust_memory)
{
	expect_harmless("exhaust_memory", "escape: pieces of memory: 0\n");
}

TEST(escape_unmap_scheduler)
{
	expect_harmless("unmap_scheduler", "escape: unmapped 0, and it is there: 1\n");
}

TEST(escape_boot_records)
{
	expect_harmless("boot_records", "escape: other records\n");
}

TEST(escape_forged_packets)
{
	struct harness *harness = beside_a_witness("forged_packets");
	harness_run(harness);
	harness_expect_output(harness, "escape: told lies\nescape: goes on\n");
	harness_expect_output(harness, "witness: damaged words: 0\n");
	harness_destroy(harness);
}

/* Who computes for ever starves those below, as it may; but not its equals, nor those above. */
TEST(escape_block_signals_and_spin)
{
	static const char way[] = "block_signals_and_spin";
	struct harness *harness = harness_create();
	struct model_pd *witness = add_witness(harness);
	struct model_pd *escape = harness_pd(harness, way, "escape", ESCAPE_PRIORITY);
	struct model_pd *equal = harness_pd(harness, "notified", "witness", ESCAPE_PRIORITY);
	harness_channel(harness, escape, equal, false);
	harness_channel(harness, equal, witness, false);
	expect_stopped_in(harness, way, "does not give up the processor");
}

TEST(escape_block_signals_and_sleep)
{
	expect_stopped("block_signals_and_sleep", "does not give up the processor");
}

TEST(escape_sleep)
{
	expect_stopped("sleep", "does not give up the processor");
}

/* A mapping of the region NAME that stays when the run has ended. */
static unsigned *hold(const struct harness *harness, const char *name)
{
	char path[64], target[256], wanted[64];
	snprintf(wanted, sizeof wanted, "/memfd:%s (deleted)", name);
	for (int i = 0; i < 256; i++) {
		snprintf(path, sizeof path, "/proc/%d/fd/%d", (int)harness->process, i);
		ssize_t length = readlink(path, target, sizeof target - 1);
		target[length > 0 ? length : 0] = '\0';
		int fd = strcmp(target, wanted) ? -1 : open(path, O_RDWR | O_CLOEXEC);
		if (fd < 0)
			continue;
		void *memory = mmap(NULL, 0x1000, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
		close(fd);
		return memory == MAP_FAILED ? NULL : memory;
	}
	return NULL;
}

/* Nothing can go on then: the run is stopped, and what is left of the others' memory is as they left it. */
static void expect_run_stopped(const char *way)
{
	struct harness *harness = beside_a_witness(way);
	unsigned damaged = 0;
	harness_start(harness);
	harness_await(harness, "escape: waits\n");
	unsigned *witnessed = hold(harness, "witnessed"), *go = hold(harness, "go");
	assert_non_null(witnessed);
	assert_non_null(go);
	*go = 1;
	harness_wait(harness);
	harness_expect_report(
		harness, "the scheduler's memory makes no sense: a protection domain has overwritten it");
	harness_expect_status(harness, LAUNCH_FAULT);
	for (unsigned i = 0; i < PATTERN_WORDS; i++)
		damaged += witnessed[i] != i * 2654435761u + 12345;
	assert_int_equal(damaged, 0);
	munmap(witnessed, 0x1000);
	munmap(go, 0x1000);
	harness_destroy(harness);
}

TEST(escape_nonsense)
{
	expect_run_stopped("nonsense");
}

TEST(escape_nonsense_state)
{
	expect_run_stopped("nonsense_state");
}
