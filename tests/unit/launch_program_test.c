#include "launch_harness.h"

#include "abi/linux_boot.h"
#include "abi/linux_control.h"
#include "abi/linux_watch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static struct harness *with(const char *name, const char *program)
{
	struct harness *harness = harness_create();
	harness_pd(harness, name, program, 20);
	return harness;
}

static struct model_map *map(struct harness *harness, const char *region, uint64_t vaddr)
{
	return model_map_add(harness->compilation, harness->model->pds.items[0],
			     model_region_add(harness->compilation, harness->model, region, 0x1000), vaddr,
			     MODEL_PERM_READ | MODEL_PERM_WRITE);
}

static void expect(struct harness *harness, int status, const char *report)
{
	harness_run(harness);
	harness_expect_status(harness, status);
	harness_expect_report(harness, report);
	assert_string_equal(harness->output, "");
	harness_destroy(harness);
}

TEST(variables_get_their_values)
{
	struct harness *harness = with("print_variables", "trouble");
	struct model_pd *other = harness_pd(harness, "other", "hello", 10);
	struct model_map *one = map(harness, "one", 0x1000000), *two = map(harness, "two", 0x2000000);
	one->setvar_vaddr = "readable";
	one->setvar_size = "size";
	two->setvar_vaddr = "constant";
	harness_channel(harness, harness->model->pds.items[0], other, false);
	harness_channel(harness, harness->model->pds.items[0], other, false)->ends[0].setvar_id = "own_id";
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DONE);
	assert_string_equal(harness->output, "1000000 0 2000000 1000 1\nother: init\n");
	harness_destroy(harness);
}

TEST(all_errors_are_reported_and_nothing_is_started)
{
	struct harness *harness = with("print_variables", "trouble");
	map(harness, "one", 0x1000000)->setvar_vaddr = "missing";
	map(harness, "two", 0x2000000)->setvar_vaddr = "narrow";
	map(harness, "three", 0x3000000)->setvar_vaddr = "init";
	map(harness, "four", 0x200000);
	map(harness, "five", 0x4000001);
	harness_pd(harness, "other", "hello", 10);
	harness_run(harness);
	harness_expect_status(harness, LAUNCH_DIAGNOSTICS);
	assert_string_equal(harness->output, "");
	harness_expect_report(harness, "has no global variable 'missing' [-Wsetvar]");
	harness_expect_report(harness,
			      "variable 'narrow' of program '" TEST_PDS "/trouble.elf' has 4 bytes, not 8");
	harness_expect_report(harness, "has no global variable 'init'");
	harness_expect_report(harness, "region 'four', mapped at 0x200000, overlaps the program");
	harness_expect_report(harness, "region 'five' cannot be mapped at 0x4000001 [-Wmapping]");
	harness_destroy(harness);
}

TEST(maps_that_overlap)
{
	struct harness *harness = with("hello", "hello");
	map(harness, "one", 0x1000000);
	map(harness, "two", 0x1000000);
	expect(harness, LAUNCH_DIAGNOSTICS,
	       "protection domain 'hello' could not map its memory regions: File exists [-Wstart]");
}

TEST(a_program_that_is_not_there)
{
	expect(with("nobody", "nobody"), LAUNCH_IO,
	       "nobody.elf: error: cannot read: No such file or directory");
}

static void expect_wrong_program(const char *path, const char *report)
{
	struct harness *harness = with("wrong", "hello");
	harness->model->pds.items[0]->program_image = path;
	expect(harness, LAUNCH_DIAGNOSTICS, report);
}

TEST(programs_that_are_none)
{
	expect_wrong_program("CMakeCache.txt", "is not an ELF file [-Wprogram]");
	expect_wrong_program("/bin/sh", "is not linked at a fixed address");
	expect_wrong_program(NULL, "protection domain 'wrong' has no program");
}

/* A copy of the program hello whose note names VERSION. */
static void copy_with_version(const char *path, uint32_t version)
{
	static const char mark[] = LINUX_NOTE_NAME "\0\0\0"; /* padded to a multiple of 4 */
	static char bytes[1 << 20];
	FILE *from = fopen(TEST_PDS "/hello.elf", "rb"), *to = fopen(path, "wb");
	assert_non_null(from);
	assert_non_null(to);
	size_t size = fread(bytes, 1, sizeof bytes, from);
	char *note = memmem(bytes, size, mark, sizeof mark);
	assert_non_null(note);
	memcpy(note + sizeof mark, &version, sizeof version);
	assert_int_equal(fwrite(bytes, 1, size, to), size);
	assert_int_equal(fclose(to), 0);
	fclose(from);
}

TEST(a_program_of_another_version_is_told_by_both_versions)
{
	static const uint32_t marks[] = { LINUX_BOOT_VERSION - 1, LINUX_BOOT_VERSION + 1,
					  LINUX_BOOT_VERSION + 1 + LINUX_NOTE_HOSTED };
	char path[] = "/tmp/causeway-version-XXXXXX", report[128];
	close(mkstemp(path));
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		copy_with_version(path, marks[i]);
		snprintf(report, sizeof report,
			 "is linked with version %u of the runtime for the Linux board, and this is version "
			 "%u: ",
			 marks[i] % LINUX_NOTE_HOSTED, LINUX_BOOT_VERSION);
		expect_wrong_program(path, report);
	}
	copy_with_version(path, 0);
	expect_wrong_program(path, "is not linked with the runtime for the Linux board");
	unlink(path);
}

/* What a launcher of VERSION that does not look at notes would be told by a program of this one. */
static struct linux_packet start_under(uint32_t version)
{
	struct linux_packet packet = { 0 };
	int ends[2], memory = memfd_create("baton", MFD_CLOEXEC);
	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends), 0);
	assert_int_equal(ftruncate(memory, LINUX_BATON_SIZE), 0);
	const uint32_t head[] = { LINUX_BATON_MAGIC, version };
	assert_int_equal(pwrite(memory, head, sizeof head, 0), sizeof head);
	pid_t child = fork();
	if (!child) {
		dup2(ends[1], LINUX_CONTROL_FD);
		dup2(memory, LINUX_BATON_FD);
		execl(TEST_PDS "/hello.elf", "hello", NULL);
		_exit(EXIT_FAILURE);
	}
	close(ends[1]);
	assert_int_equal(recv(ends[0], &packet, sizeof packet, 0), sizeof packet);
	waitpid(child, NULL, 0);
	close(ends[0]);
	close(memory);
	return packet;
}

TEST(a_program_says_so_when_the_launcher_is_of_another_version)
{
	struct linux_packet packet = start_under(LINUX_BOOT_VERSION + 1);
	assert_int_equal(packet.kind, LINUX_PACKET_START_FAILED);
	assert_int_equal(packet.argument, LINUX_START_VERSION);
	assert_int_equal(packet.number, LINUX_BOOT_VERSION);
	/* One of this version that knows nothing of this process. */
	packet = start_under(LINUX_BOOT_VERSION);
	assert_int_equal(packet.kind, LINUX_PACKET_START_FAILED);
	assert_int_equal(packet.argument, LINUX_START_BOOT_RECORD);
}
