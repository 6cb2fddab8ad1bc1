#include "launch_harness.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* No run of a test takes longer, unless something hangs. */
enum { DEFAULT_TIMEOUT = 60 };

/* In microseconds. */
enum { LONG_SLICE = 30000000 };

struct harness *harness_create(void)
{
	struct harness *harness = calloc(1, sizeof *harness);
	assert_non_null(harness);
	harness->compilation = compilation_create(stderr);
	harness->model = model_create(harness->compilation, "test");
	harness->standard_input = -1;
	harness->standard_output = -1;
	harness->options = (struct launch_options){ .directory = TEST_PDS, .timeout = DEFAULT_TIMEOUT };
	return harness;
}

void harness_destroy(struct harness *harness)
{
	compilation_destroy(harness->compilation);
	free(harness->output);
	free(harness->reports);
	free(harness);
}

struct model_pd *harness_pd(struct harness *harness, const char *name, const char *program, unsigned priority)
{
	struct model_pd *pd = model_pd_add(harness->compilation, harness->model, name);
	pd->priority = priority;
	/* Time slices are over only where a test is about that, however busy the host is. */
	pd->has_budget = true;
	pd->budget = pd->period = LONG_SLICE;
	pd->program_image = arena_format(harness->compilation->arena, "%s.elf", program);
	return pd;
}

struct model_channel *harness_channel(struct harness *harness, struct model_pd *a, struct model_pd *b,
				      bool call)
{
	struct model_channel *channel = model_channel_add(harness->compilation, harness->model, a, b);
	channel->ends[0].pp = call;
	return channel;
}

struct model_irq *harness_irq(struct harness *harness, struct model_pd *pd, unsigned id, unsigned number)
{
	struct model_irq *irq = ARENA_NEW(harness->compilation->arena, struct model_irq);
	irq->id = id;
	irq->number = number;
	VEC_PUSH(harness->compilation->arena, &pd->irqs, irq);
	return irq;
}

struct model_region *harness_registers(struct harness *harness, struct model_pd *pd, uint64_t size,
				       const char *symbol)
{
	enum { ADDRESS = 0x4000000, PHYSICAL = 0x1000 };
	struct model_region *region =
		model_region_add(harness->compilation, harness->model, "registers", size);
	region->has_phys_addr = true;
	region->phys_addr = PHYSICAL;
	struct model_map *map =
		model_map_add(harness->compilation, pd, region, ADDRESS, MODEL_PERM_READ | MODEL_PERM_WRITE);
	map->setvar_vaddr = symbol;
	return region;
}

void harness_device(struct harness *harness, const char *line)
{
	assert_true(board_read_line(harness->compilation, &harness->board, line));
	harness->options.board = &harness->board;
}

void harness_start(struct harness *harness)
{
	if (harness->options.board)
		assert_true(board_bind(harness->compilation, &harness->board, harness->model));
	fflush(NULL);
	harness->files[0] = harness->standard_output < 0 ? memfd_create("out", 0) : harness->standard_output;
	harness->files[1] = memfd_create("err", 0);
	assert_true(harness->files[0] >= 0 && harness->files[1] >= 0);
	harness->process = fork();
	assert_true(harness->process >= 0);
	if (harness->process)
		return;
	if (harness->standard_input >= 0)
		dup2(harness->standard_input, STDIN_FILENO);
	dup2(harness->files[0], STDOUT_FILENO);
	dup2(harness->files[1], STDERR_FILENO);
	if (harness->prepare)
		harness->prepare();
	int status = launch_run(harness->compilation, harness->model, &harness->options);
	compilation_destroy(harness->compilation);
	fflush(NULL);
	_exit(status);
}

static char *contents(int fd)
{
	off_t size = lseek(fd, 0, SEEK_END);
	size_t length = size > 0 ? (size_t)size : 0;
	char *text = calloc(1, length + 1);
	assert_non_null(text);
	ssize_t got = pread(fd, text, length, 0);
	text[got > 0 ? got : 0] = '\0';
	close(fd);
	return text;
}

void harness_wait(struct harness *harness)
{
	int status;
	while (waitpid(harness->process, &status, 0) < 0)
		assert_int_equal(errno, EINTR);
	harness->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	harness->output = contents(harness->files[0]);
	harness->reports = contents(harness->files[1]);
}

void harness_run(struct harness *harness)
{
	harness_start(harness);
	harness_wait(harness);
}

void harness_await(struct harness *harness, const char *text)
{
	char buffer[256];
	for (int i = 0; i < 10000; i++) {
		ssize_t length = pread(harness->files[0], buffer, sizeof buffer - 1, 0);
		buffer[length > 0 ? length : 0] = '\0';
		if (strstr(buffer, text))
			return;
		usleep(1000);
	}
	fail_msg("never printed: %s", text);
}

/* Its parent, if its name begins with NAME; or 0. */
static int parent_of(const char *process, const char *name)
{
	char path[288], own[32];
	int parent = 0;
	snprintf(path, sizeof path, "/proc/%s/stat", process);
	FILE *file = fopen(path, "r");
	if (!file)
		return 0;
	if (fscanf(file, "%*d (%31[^)]) %*c %d", own, &parent) != 2 ||
	    (name && strncmp(own, name, strlen(name)) != 0))
		parent = 0;
	fclose(file);
	return parent;
}

pid_t harness_child(const struct harness *harness)
{
	return harness_child_named(harness, NULL);
}

pid_t harness_child_named(const struct harness *harness, const char *name)
{
	DIR *directory = opendir("/proc");
	pid_t child = 0;
	assert_non_null(directory);
	for (struct dirent *entry; !child && (entry = readdir(directory)) != NULL;)
		if (parent_of(entry->d_name, name) == harness->process)
			child = (pid_t)strtol(entry->d_name, NULL, 10);
	closedir(directory);
	assert_true(child > 0);
	return child;
}

static void show(const struct harness *harness)
{
	print_message("status %d\n--- standard output\n%s--- standard error\n%s", harness->status,
		      harness->output, harness->reports);
}

void harness_expect_status(const struct harness *harness, int status)
{
	if (harness->status != status)
		show(harness);
	assert_int_equal(harness->status, status);
}

void harness_expect_output(const struct harness *harness, const char *text)
{
	if (!strstr(harness->output, text)) {
		show(harness);
		fail_msg("not in the output: %s", text);
	}
}

void harness_expect_report(const struct harness *harness, const char *text)
{
	if (!strstr(harness->reports, text)) {
		show(harness);
		fail_msg("not reported: %s", text);
	}
}

void harness_expect_no_report(const struct harness *harness)
{
	if (*harness->reports)
		show(harness);
	assert_string_equal(harness->reports, "");
}
