#include "cli/build.h"

#include "base/file.h"
#include "base/out.h"
#include "base/process.h"
#include "cli/cmake_error.h"
#include "cli/commands.h"
#include "cli/flavour.h"
#include "cli/home.h"
#include "cli/input.h"
#include "cli/options.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

/* An application and where it is built; all paths absolute. */
struct job {
	const char *application;
	const char *specification; /* NULL: the one that CMakeLists.txt names */
	const char *output;
	const char *work; /* CMake's folder */
	struct flavour flavour;
};

static const char *absolute(struct cli *cli, const char *path)
{
	char resolved[PATH_MAX];
	if (realpath(path, resolved))
		return arena_strdup(cli->compilation->arena, resolved);
	compilation_cannot_read(cli->compilation, path, errno);
	return NULL;
}

/* Characters that CMake's lists and quotes, or make, would take for something else. */
static bool is_buildable(struct cli *cli, const char *path)
{
	const char *odd = strpbrk(path, ";\"\\\n#");
	if (!odd)
		return true;
	diag_report_file(cli->compilation->diag, DIAG_BUILD, path,
			 "cannot build here: CMake cannot handle the character '%c' in a path", *odd);
	return false;
}

/*
 * In a folder with a CMakeLists.txt, it says which of several specifications is meant; where the folder has
 * but one, that one names the output.
 */
static struct input find_application(struct cli *cli, const char *path)
{
	struct arena *arena = cli->compilation->arena;
	if (access(arena_format(arena, "%s/CMakeLists.txt", path), F_OK) || input_has_one(cli, path))
		return input_find(cli, path);
	const char *folder = absolute(cli, path);
	const char *slash = folder ? strrchr(folder, '/') : NULL;
	return (struct input){ .kind = folder ? INPUT_CAMKES : INPUT_NONE,
			       .path = path,
			       .folder = path,
			       .name = slash && slash[1] ? slash + 1 : "app" };
}

static bool plan(struct cli *cli, const char *path, struct job *job)
{
	struct arena *arena = cli->compilation->arena;
	struct input input = find_application(cli, path);
	if (input.kind == INPUT_NONE)
		return false;
	if (input.kind != INPUT_CAMKES) {
		diag_report_file(cli->compilation->diag, DIAG_BUILD, input.path,
				 "this is no CAmkES application; 'causeway run' takes a system whose ELF "
				 "files are built");
		return false;
	}
	const char *lists = arena_format(arena, "%s/CMakeLists.txt", input.folder);
	if (access(lists, R_OK)) {
		diag_report_file(cli->compilation->diag, DIAG_BUILD, input.folder,
				 "cannot build it: there is no readable CMakeLists.txt beside '%s'",
				 input.path);
		return false;
	}
	if (!flavour_choose(cli, &job->flavour))
		return false;
	/* Programs for simulation are others, so they have a place of their own. */
	const char *output = cli->options.output ? cli->options.output
						 : arena_format(arena, "causeway-build/%s%s%s", input.name,
								job->flavour.hosted ? "-hosted" : "",
								cli->options.simulate ? ".sim" : "");
	if (!is_buildable(cli, output))
		return false;
	int error = out_make_directory(output);
	if (error) {
		cli_cannot_write(cli, output, error);
		return false;
	}
	job->application = absolute(cli, input.folder);
	bool named = !strcmp(path, input.path) && strcmp(path, input.folder) != 0;
	job->specification = named ? absolute(cli, input.path) : NULL;
	job->output = absolute(cli, output);
	job->work = cli->options.board ? arena_format(arena, "%s/.build-%s-%s", output, cli->options.board,
						      cli->options.config)
				       : arena_format(arena, "%s/.build", output);
	return job->application && job->output && is_buildable(cli, job->application) &&
	       is_buildable(cli, job->output);
}

/* An argument list as process_run takes it. */
typedef VEC(char *) words;

static double seconds_since(const struct timespec *start)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

static void show(const struct file_text *text)
{
	fwrite(text->text, 1, text->length, stderr);
}

struct step {
	const char *name;
	const char *failure; /* what is said when nothing better is known */
};

/* The first error in what a step reported, without its place. */
static const char *first_error(struct cli *cli, const char *messages)
{
	const char *begin = strstr(messages, "error: ");
	begin = begin ? begin + strlen("error: ") : messages;
	const char *flag = strstr(begin, " [-W");
	size_t length = strcspn(begin, "\n\033");
	if (flag && (size_t)(flag - begin) < length)
		length = (size_t)(flag - begin);
	return arena_strndup(cli->compilation->arena, begin, length);
}

static bool has_error(const char *messages)
{
	return strstr(messages, "error: ") || strstr(messages, "\"error\"");
}

/* A step failed, and what it wrote is all there is to say why. */
static void tell_failure(struct cli *cli, const struct job *job, const struct step *step,
			 const struct process_result *result)
{
	if (cmake_error_report(cli, job->work, result->errors.text))
		return;
	if (!cli->options.verbose)
		show(&result->errors);
	cli->cause = has_error(result->errors.text) ? first_error(cli, result->errors.text) : step->failure;
	diag_report_file(cli->compilation->diag, DIAG_BUILD, job->application, "%s", step->failure);
}

/*
 * Runs a step. Its errors and warnings are shown in any case, what it says of its progress only on demand. If
 * the step writes a file MESSAGES (NULL: none) of what another run of this tool reported, that is shown
 * instead of what the step makes of it. False after an error that was reported.
 */
static bool run_step(struct cli *cli, const struct job *job, const struct step *step, const words *arguments,
		     const char *messages)
{
	struct process_result result;
	struct timespec start;
	clock_gettime(CLOCK_MONOTONIC, &start);
	int error = process_run(cli->compilation->arena, arguments->items, NULL, &result);
	if (error) {
		diag_report(cli->compilation->diag, DIAG_BUILD, (struct src_range){ 0, 0 },
			    "cannot run '%s': %s", arguments->items[0], strerror(error));
		return false;
	}
	if (cli->options.verbose)
		fprintf(stderr, "causeway: %s: %.2f s\n", step->name, seconds_since(&start));
	if (cli->options.verbose || (result.status && !result.errors.length))
		show(&result.output);
	struct file_text text = { .text = "" };
	bool has_messages = messages && !file_read(cli->compilation->arena, messages, &text) && text.length;
	bool is_told = has_messages && has_error(text.text);
	if (cli->options.verbose || (!has_messages && !result.status))
		show(&result.errors);
	if (is_told && result.status)
		cli->cause = first_error(cli, text.text);
	if (has_messages)
		diag_relay(cli->compilation->diag, text.text, is_told && result.status);
	if (result.status && !is_told)
		tell_failure(cli, job, step, &result);
	return !result.status;
}

static void add(struct cli *cli, words *arguments, const char *argument)
{
	struct arena *arena = cli->compilation->arena;
	VEC_PUSH(arena, arguments, argument ? arena_strdup(arena, argument) : NULL);
}

/* What the translation is to know of the command line, as a CMake list. */
static const char *translate_options(struct cli *cli)
{
	struct out *out = out_create(cli->compilation->arena);
	cli_list given = { 0 };
	options_respell(cli, command_named("translate"), &given);
	for (size_t i = 0; i < given.count; i++) {
		out_text(out, "%s", i ? ";" : "");
		for (const char *c = given.items[i]; *c; c++)
			out_text(out, *c == ';' ? "\\;" : "%c", *c);
	}
	return out_string(out);
}

/* Another installation of the tool, or another place of it, cannot go on in a folder that CMake has set up.
 */
static bool is_foreign(struct cli *cli, const struct job *job, const char *source)
{
	struct arena *arena = cli->compilation->arena;
	struct file_text cache;
	if (file_read(arena, arena_format(arena, "%s/CMakeCache.txt", job->work), &cache))
		return false;
	const char *own = arena_format(arena, "\nCMAKE_HOME_DIRECTORY:INTERNAL=%s\n", source);
	const char *tools = arena_format(arena, "=%s\n", home_path(cli, job->flavour.toolchain));
	return !strstr(cache.text, own) || (!cli->toolchain.count && !strstr(cache.text, tools));
}

/* Also translates: the instances decide what is built. Messages of the translation go to a file, so that they
 * can be shown without what CMake adds. */
static bool configure(struct cli *cli, const struct job *job)
{
	struct arena *arena = cli->compilation->arena;
	const char *messages = arena_format(arena, "%s/translate.txt", job->work);
	const char *source = absolute(cli, home_path(cli, "cmake"));
	if (!source)
		return false;
	words arguments = { 0 };
	add(cli, &arguments, "cmake");
	add(cli, &arguments, "-S");
	add(cli, &arguments, source);
	if (is_foreign(cli, job, source))
		add(cli, &arguments, "--fresh");
	add(cli, &arguments, "-B");
	add(cli, &arguments, job->work);
	add(cli, &arguments, "-Wno-dev");
	add(cli, &arguments, "--no-warn-unused-cli"); /* not every toolchain file reads all of these */
	if (!cli->toolchain.count)
		add(cli, &arguments,
		    arena_format(arena, "-DCMAKE_TOOLCHAIN_FILE=%s", home_path(cli, job->flavour.toolchain)));
	for (size_t i = 0; i < cli->toolchain.count; i++)
		add(cli, &arguments, cli->toolchain.items[i]);
	add(cli, &arguments, arena_format(arena, "-DCAUSEWAY_SANITIZE=%s", job->flavour.sanitizers));
	add(cli, &arguments,
	    arena_format(arena, "-DCAUSEWAY_SANITIZE_RECOVER=%s",
			 cli->options.sanitize_recover ? "ON" : "OFF"));
	add(cli, &arguments, arena_format(arena, "-DCAUSEWAY_TOOL=%s", cli->program));
	add(cli, &arguments, arena_format(arena, "-DCAUSEWAY_APP=%s", job->application));
	add(cli, &arguments,
	    arena_format(arena, "-DCAUSEWAY_ADL=%s", job->specification ? job->specification : ""));
	add(cli, &arguments, arena_format(arena, "-DCAUSEWAY_OUTPUT=%s", job->output));
	add(cli, &arguments, arena_format(arena, "-DCAUSEWAY_TRANSLATE_OPTIONS=%s", translate_options(cli)));
	add(cli, &arguments, arena_format(arena, "-DCAUSEWAY_TRANSLATE_MESSAGES=%s", messages));
	add(cli, &arguments,
	    arena_format(arena, "-DCAUSEWAY_SIMULATE=%s", cli->options.simulate ? "ON" : "OFF"));
	add(cli, &arguments, NULL);
	unlink(messages);
	static const struct step step = { "configure", "cannot be built" };
	return run_step(cli, job, &step, &arguments, messages);
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
	static const struct step step = { "compile", "does not compile" };
	return run_step(cli, job, &step, &arguments, NULL);
}

/*
 * Flags for the host's programs are not for protection domains, and a make around this one must not share its
 * jobs.
 */
void build_clean_environment(void)
{
	static const char *const names[] = { "CC",	"CXX",	     "CFLAGS", "CXXFLAGS", "CPPFLAGS",
					     "LDFLAGS", "MAKEFLAGS", "MFLAGS", "MAKELEVEL" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unsetenv(names[i]);
}

/* Two builds in one folder would trip over each other: the second one waits. Returns a descriptor, or -1. */
static int lock(struct cli *cli, const struct job *job)
{
	const char *path = arena_format(cli->compilation->arena, "%s/.lock", job->output);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (fd < 0)
		cli_cannot_write(cli, path, errno);
	else
		while (flock(fd, LOCK_EX) && errno == EINTR)
			;
	return fd;
}

/* The name of the .system file that was made, as the build left it. */
static const char *system_path(struct cli *cli, const struct job *job)
{
	struct arena *arena = cli->compilation->arena;
	const char *named = arena_format(arena, "%s/system.txt", job->work);
	struct file_text name;
	if (!compilation_read(cli->compilation, named, &name))
		return NULL;
	return arena_format(arena, "%s/%s", job->output, name.text);
}

static bool has_test(struct cli *cli, const struct job *job)
{
	return !access(arena_format(cli->compilation->arena, "%s/" BUILD_TEST_FILE, job->output), F_OK);
}

static const char *build(struct cli *cli, const char *path, bool to_test)
{
	struct job job;
	if (!plan(cli, path, &job))
		return NULL;
	int fd = lock(cli, &job);
	if (fd < 0)
		return NULL;
	build_clean_environment();
	bool done = configure(cli, &job) && ((to_test && !has_test(cli, &job)) || compile(cli, &job));
	const char *system = done ? system_path(cli, &job) : NULL;
	close(fd);
	return system;
}

const char *build_application(struct cli *cli, const char *path)
{
	return build(cli, path, false);
}

const char *build_application_to_test(struct cli *cli, const char *path)
{
	return build(cli, path, true);
}
