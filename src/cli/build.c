#include "cli/build.h"

#include "base/out.h"
#include "base/process.h"
#include "cli/home.h"
#include "cli/input.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* An application and where it is built; all paths absolute. */
struct job {
	const char *application;
	const char *specification; /* NULL: the one that CMakeLists.txt names */
	const char *output;
	const char *work; /* CMake's folder */
};

static const char *absolute(struct cli *cli, const char *path)
{
	char resolved[PATH_MAX];
	if (realpath(path, resolved))
		return arena_strdup(cli->compilation->arena, resolved);
	diag_report_file(cli->compilation->diag, DIAG_CANNOT_READ, path, "cannot read: %s", strerror(errno));
	return NULL;
}

static bool plan(struct cli *cli, const char *path, struct job *job)
{
	struct arena *arena = cli->compilation->arena;
	struct input input = input_find(cli, path);
	if (input.kind == INPUT_NONE)
		return false;
	if (input.kind != INPUT_CAMKES) {
		diag_report_file(cli->compilation->diag, DIAG_BUILD, input.path,
				 "this is no CAmkES application; 'causeway run' takes a system whose ELF files are built");
		return false;
	}
	const char *lists = arena_format(arena, "%s/CMakeLists.txt", input.folder);
	if (access(lists, R_OK)) {
		diag_report_file(cli->compilation->diag, DIAG_BUILD, input.folder,
				 "cannot build it: there is no readable CMakeLists.txt beside '%s'", input.path);
		return false;
	}
	const char *output = cli->options.output ? cli->options.output
						 : arena_format(arena, "causeway-build/%s", input.name);
	int error = out_make_directory(output);
	if (error) {
		cli_cannot_write(cli, output, error);
		return false;
	}
	job->application = absolute(cli, input.folder);
	job->specification = strcmp(path, input.path) ? NULL : absolute(cli, input.path);
	job->output = absolute(cli, output);
	job->work = arena_format(arena, "%s/.build", output);
	return job->application && job->output;
}

/* An argument list as process_run takes it. */
typedef VEC(char *) words;

static double seconds_since(const struct timespec *start)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

/* Runs a step. What it says is shown when it fails; compilers' warnings are shown in any case. */
static bool run_step(struct cli *cli, const struct job *job, const char *what, const words *arguments)
{
	struct diag *diag = cli->compilation->diag;
	struct process_result result;
	struct timespec start;
	clock_gettime(CLOCK_MONOTONIC, &start);
	int error = process_run(cli->compilation->arena, arguments->items, NULL, &result);
	if (error) {
		diag_report(diag, DIAG_BUILD, (struct src_range){ 0, 0 }, "cannot run '%s': %s", arguments->items[0],
			    strerror(error));
		return false;
	}
	if (cli->options.verbose)
		fprintf(stderr, "causeway: %s: %.2f s\n", what, seconds_since(&start));
	if (result.status || cli->options.verbose)
		fwrite(result.output.text, 1, result.output.length, stderr);
	fwrite(result.errors.text, 1, result.errors.length, stderr);
	if (result.status)
		diag_report_file(diag, DIAG_BUILD, job->application, "the build failed (%s)", what);
	return !result.status;
}

static void add(struct cli *cli, words *arguments, const char *argument)
{
	struct arena *arena = cli->compilation->arena;
	VEC_PUSH(arena, arguments, argument ? arena_strdup(arena, argument) : NULL);
}

static bool configure(struct cli *cli, const struct job *job)
{
	struct arena *arena = cli->compilation->arena;
	words arguments = { 0 };
	add(cli, &arguments, "cmake");
	add(cli, &arguments, "-S");
	add(cli, &arguments, home_path(cli, "cmake"));
	add(cli, &arguments, "-B");
	add(cli, &arguments, job->work);
	add(cli, &arguments, "-Wno-dev");
	add(cli, &arguments, arena_format(arena, "-DCMAKE_TOOLCHAIN_FILE=%s", home_path(cli, "cmake/causeway-linux.cmake")));
	add(cli, &arguments, arena_format(arena, "-DCAUSEWAY_TOOL=%s", cli->program));
	add(cli, &arguments, arena_format(arena, "-DCAUSEWAY_APP=%s", job->application));
	add(cli, &arguments, arena_format(arena, "-DCAUSEWAY_ADL=%s", job->specification ? job->specification : ""));
	add(cli, &arguments, arena_format(arena, "-DCAUSEWAY_OUTPUT=%s", job->output));
	add(cli, &arguments, NULL);
	return run_step(cli, job, "configure", &arguments);
}

static bool compile(struct cli *cli, const struct job *job)
{
	words arguments = { 0 };
	add(cli, &arguments, "cmake");
	add(cli, &arguments, "--build");
	add(cli, &arguments, job->work);
	add(cli, &arguments, "--parallel");
	add(cli, &arguments, arena_format(cli->compilation->arena, "%ld", sysconf(_SC_NPROCESSORS_ONLN)));
	add(cli, &arguments, NULL);
	return run_step(cli, job, "compile", &arguments);
}

const char *build_application(struct cli *cli, const char *path)
{
	struct job job;
	if (!plan(cli, path, &job) || !configure(cli, &job) || !compile(cli, &job))
		return NULL;
	struct input built = input_find(cli, job.output);
	return built.kind == INPUT_SYSTEM ? built.path : NULL;
}
