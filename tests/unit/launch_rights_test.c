/* What the processes of a run have of the host's, seen from outside while one of them runs. */
#include "launch_harness.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct harness *run_with_memory(void)
{
	struct harness *harness = harness_create();
	struct model_pd *pd = harness_pd(harness, "spin", "trouble", 10);
	struct model_region *written =
		model_region_add(harness->compilation, harness->model, "written", 0x2000);
	struct model_region *only_read =
		model_region_add(harness->compilation, harness->model, "read", 0x1000);
	model_map_add(harness->compilation, pd, written, 0x3000000, MODEL_PERM_READ | MODEL_PERM_WRITE);
	model_map_add(harness->compilation, pd, only_read, 0x4000000, MODEL_PERM_READ);
	harness_start(harness);
	harness_await(harness, "spins\n");
	return harness;
}

static void stop(struct harness *harness)
{
	kill(harness->process, SIGTERM);
	harness_wait(harness);
	harness_expect_status(harness, 128 + SIGTERM);
	harness_destroy(harness);
}

TEST(a_protection_domain_has_the_control_socket_open_and_nothing_else)
{
	struct harness *harness = run_with_memory();
	char path[64], open_ones[1024] = "";
	snprintf(path, sizeof path, "/proc/%d/fd", (int)harness_child(harness));
	DIR *directory = opendir(path);
	assert_non_null(directory);
	for (struct dirent *entry; (entry = readdir(directory)) != NULL;)
		if (entry->d_name[0] != '.') {
			size_t length = strlen(open_ones);
			snprintf(open_ones + length, sizeof open_ones - length, "%s ", entry->d_name);
		}
	closedir(directory);
	stop(harness);
	assert_string_equal(open_ones, "0 ");
}

/* Seals of the memory file NAME of PROCESS; -1 when it has none of that name. */
static int seals_of(pid_t process, const char *name)
{
	char path[64], target[256], wanted[64];
	snprintf(wanted, sizeof wanted, "/memfd:%s (deleted)", name);
	for (int i = 0; i < 256; i++) {
		snprintf(path, sizeof path, "/proc/%d/fd/%d", (int)process, i);
		ssize_t length = readlink(path, target, sizeof target - 1);
		target[length > 0 ? length : 0] = '\0';
		if (strcmp(target, wanted) != 0)
			continue;
		int fd = open(path, O_RDONLY | O_CLOEXEC);
		int seals = fcntl(fd, F_GET_SEALS);
		close(fd);
		return seals;
	}
	return -1;
}

/* Who shrinks a file that others have mapped kills them at their next access. */
TEST(nobody_can_change_the_size_of_shared_memory)
{
	static const char *const names[] = { "written", "read", "baton" };
	struct harness *harness = run_with_memory();
	int seals[3];
	for (int i = 0; i < 3; i++)
		seals[i] = seals_of(harness->process, names[i]);
	stop(harness);
	for (int i = 0; i < 3; i++)
		assert_int_equal(seals[i], F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
}
