#include "launch/watch.h"
#include "launch/launch.h"

#include "launch/board.h"
#include "launch/boot.h"
#include "launch/console.h"
#include "launch/counts.h"
#include "launch/debugger.h"
#include "launch/features.h"
#include "launch/device.h"
#include "launch/filter.h"
#include "launch/region.h"
#include "launch/spawn.h"
#include "launch/state.h"
#include "launch/supervise.h"
#include "launch/trace.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

uint64_t launch_now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

int launch_own(struct launch *launch, int fd)
{
	if (fd >= 0)
		VEC_PUSH(launch->compilation->arena, &launch->descriptors, fd);
	return fd;
}

void launch_finish(struct launch *launch, int status)
{
	if (launch->phase == LAUNCH_FINISHED)
		return;
	launch->phase = LAUNCH_FINISHED;
	launch->status = status;
}

bool launch_refused(struct launch *launch, const char *format, ...)
{
	const char *reason = strerror(errno);
	va_list arguments;
	va_start(arguments, format);
	const char *text = arena_vformat(launch->compilation->arena, format, arguments);
	va_end(arguments);
	diag_report(launch->compilation->diag, DIAG_START, (struct src_range){ 0, 0 }, "%s: %s", text,
		    reason);
	launch_finish(launch, LAUNCH_DIAGNOSTICS);
	return false;
}

void launch_say(struct launch *launch, const char *format, ...)
{
	char text[1024];
	va_list arguments;
	int length = snprintf(text, sizeof text, "causeway: ");
	va_start(arguments, format);
	length += vsnprintf(text + length, sizeof text - 1 - (size_t)length, format, arguments);
	va_end(arguments);
	if (length > (int)sizeof text - 2)
		length = sizeof text - 2;
	text[length++] = '\n';
	fwrite(text, 1, (size_t)length, stderr);
	if (launch)
		watch_show(launch, text, (size_t)length);
}

const char *launch_find_file(const struct launch *launch, const char *name)
{
	const struct launch_options *options = launch->options;
	if (*name == '/')
		return name;
	for (size_t i = 0; i < options->search_count; i++) {
		const char *path =
			arena_format(launch->compilation->arena, "%s/%s", options->search[i], name);
		if (!access(path, F_OK))
			return path;
	}
	return options->directory
		       ? arena_format(launch->compilation->arena, "%s/%s", options->directory, name)
		       : name;
}

/* Every program and every symbol is checked before anything starts, so that all errors are reported. */
static bool plan(struct launch *launch)
{
	bool ok = debugger_plan(launch);
	ok &= board_check(launch);
	if (region_plan(launch))
		for (size_t i = 0; i < launch->pd_count; i++)
			ok &= boot_plan(launch, i);
	else
		ok = false;
	if (ok)
		ok = debugger_check(launch);
	if (!ok)
		launch_finish(launch, diag_io_error_count(launch->compilation->diag) ? LAUNCH_IO
										     : LAUNCH_DIAGNOSTICS);
	return ok;
}

/* What the run changes about this process, to be put back afterwards. */
struct surroundings {
	sigset_t signals;
	struct sigaction pipe;
};

/*
 * One processor for all: a wake-up across processors costs far more than a switch on one, and only one of us
 * runs at a time anyway.
 */
static void settle(struct launch *launch, struct surroundings *before)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	sigprocmask(SIG_SETMASK, NULL, &before->signals);
	sigaction(SIGPIPE, &ignore, &before->pipe);
	int here = sched_getcpu();
	if (launch->options->unpinned || here < 0 ||
	    sched_getaffinity(0, sizeof launch->processors, &launch->processors))
		return;
	cpu_set_t one;
	CPU_ZERO(&one);
	CPU_SET(here, &one);
	launch->pinned = !sched_setaffinity(0, sizeof one, &one);
}

static void put_back(const struct launch *launch, const struct surroundings *before)
{
	if (launch->pinned)
		sched_setaffinity(0, sizeof launch->processors, &launch->processors);
	sigprocmask(SIG_SETMASK, &before->signals, NULL);
	sigaction(SIGPIPE, &before->pipe, NULL);
}

/*
 * Protection domains start with other files as their first three. Ours are kept apart from those, even if
 * whoever started us closed some: a closed standard output stays one that cannot be written to.
 */
static void occupy_standard_files(struct launch *launch)
{
	int fd;
	while ((fd = open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0 && fd <= LINUX_HOSTED_ERRORS_FD)
		launch_own(launch, fd);
	if (fd >= 0)
		close(fd);
}

static void run(struct launch *launch)
{
	if (!plan(launch) || !features_check(launch))
		return;
	fflush(stdout);
	occupy_standard_files(launch);
	filter_build(launch);
	if (!spawn_prepare(launch) || !supervise_prepare(launch) || !trace_open(launch))
		return;
	counts_start(launch);
	if (!spawn_all(launch))
		return;
	supervise_run(launch);
}

static void clean_up(struct launch *launch)
{
	spawn_kill_all(launch);
	debugger_end(launch);
	supervise_drain(launch);
	device_close_all(launch);
	console_flush_all(launch);
	console_close(launch);
	trace_close(launch);
	counts_report(launch);
	if (launch->baton) {
		if (launch->options->trace_hash)
			launch_say(launch, "trace hash %016llx", (unsigned long long)launch->baton->hash);
		if (launch->options->stats)
			launch->options->stats->switches = launch->baton->switches;
		munmap(launch->baton, LINUX_BATON_SIZE);
	}
	for (size_t i = 0; i < launch->descriptors.count; i++)
		close(launch->descriptors.items[i]);
}

int launch_run(struct compilation *compilation, const struct model *model,
	       const struct launch_options *options)
{
	struct launch launch = { .compilation = compilation,
				 .model = model,
				 .options = options,
				 .pd_count = model->pds.count,
				 .console_pd = -1,
				 .begin = launch_now() };
	if (!launch.pd_count)
		return LAUNCH_DONE;
	launch.pds = ARENA_ARRAY(compilation->arena, struct launch_pd, launch.pd_count);
	for (size_t i = 0; i < launch.pd_count; i++)
		launch.pds[i] = (struct launch_pd){ .model = model->pds.items[i], .pidfd = -1 };
	struct surroundings before;
	settle(&launch, &before);
	run(&launch);
	clean_up(&launch);
	put_back(&launch, &before);
	return launch.status;
}
