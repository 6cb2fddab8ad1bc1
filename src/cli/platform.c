#include "cli/platform.h"

#include "base/out.h"
#include "base/process.h"
#include "cli/build.h"
#include "cli/home.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct src_range nowhere;

/* An absolute path without links; the path itself when there is no such file. */
static const char *resolve(struct cli *cli, const char *path)
{
	char resolved[PATH_MAX];
	return arena_strdup(cli->compilation->arena, realpath(path, resolved) ? resolved : path);
}

static uint64_t hash(uint64_t seed, const char *text)
{
	enum { PRIME = 0x1b3 };
	for (; *text; text++)
		seed = (seed ^ (unsigned char)*text) * ((UINT64_C(1) << 40) + PRIME);
	return seed;
}

/* One folder for each SDK's board and each installation of the tool. */
static const char *find_folder(struct cli *cli, const struct image_board *board, const struct image_sdk *sdk)
{
	struct arena *arena = cli->compilation->arena;
	const char *chosen = getenv("CAUSEWAY_CACHE"), *cache = getenv("XDG_CACHE_HOME"),
		   *home = getenv("HOME");
	const char *base = chosen && *chosen ? chosen
			   : cache && *cache ? arena_format(arena, "%s/causeway", cache)
			   : home && *home   ? arena_format(arena, "%s/.cache/causeway", home)
					     : "causeway-build/.cache";
	const uint64_t basis = UINT64_C(0xcbf29ce484222325);
	uint64_t number = hash(hash(basis, resolve(cli, sdk->folder)), resolve(cli, cli->home));
	return arena_format(arena, "%s/%s-%s-%016" PRIx64, base, board->name, cli->options.config, number);
}

/* Whether the file at PATH changed after TIME, or is not there. */
static bool is_newer(const char *path, const struct timespec *time)
{
	struct stat status;
	if (stat(path, &status))
		return true;
	return status.st_mtim.tv_sec > time->tv_sec ||
	       (status.st_mtim.tv_sec == time->tv_sec && status.st_mtim.tv_nsec > time->tv_nsec);
}

/* Of our own sources there are some hundred: whoever installs or changes them changes one file after them. */
static bool is_current(struct cli *cli, const struct image_sdk *sdk, const char *stamp)
{
	struct stat status;
	return !stat(stamp, &status) && !is_newer(home_path(cli, "source/changed"), &status.st_mtim) &&
	       !is_newer(arena_format(cli->compilation->arena, "%s/elf/sel4.elf", sdk->folder),
			 &status.st_mtim);
}

static bool run(struct cli *cli, const char *const *words, const char *log)
{
	struct process_result result;
	VEC(char *) arguments = { 0 };
	for (; *words; words++)
		VEC_PUSH(cli->compilation->arena, &arguments, arena_strdup(cli->compilation->arena, *words));
	VEC_PUSH(cli->compilation->arena, &arguments, NULL);
	int error = process_run(cli->compilation->arena, arguments.items, NULL, &result);
	if (!error && !result.status)
		return true;
	fwrite(result.errors.text, 1, error ? 0 : result.errors.length, stderr);
	diag_report(cli->compilation->diag, DIAG_SDK, nowhere,
		    "the runtime for the board cannot be built%s%s (in '%s')", error ? ": " : "",
		    error ? strerror(error) : "", log);
	return false;
}

static bool build(struct cli *cli, const char *folder, const cli_list *toolchain)
{
	struct arena *arena = cli->compilation->arena;
	const char *work = arena_format(arena, "%s/build", folder);
	VEC(const char *) words = { 0 };
	VEC_PUSH(arena, &words, "cmake");
	VEC_PUSH(arena, &words, "-S");
	VEC_PUSH(arena, &words, home_path(cli, "source/runtime/target"));
	VEC_PUSH(arena, &words, "-B");
	VEC_PUSH(arena, &words, work);
	for (size_t i = 0; i < toolchain->count; i++)
		VEC_PUSH(arena, &words, toolchain->items[i]);
	VEC_PUSH(arena, &words, arena_format(arena, "-DCAUSEWAY_SOURCE=%s", home_path(cli, "source")));
	VEC_PUSH(arena, &words, arena_format(arena, "-DCAUSEWAY_OUTPUT=%s", folder));
	VEC_PUSH(arena, &words, NULL);
	const char *make[] = { "cmake", "--build", work, "--parallel", "2", NULL };
	build_clean_environment();
	return run(cli, words.items, work) && run(cli, make, work);
}

/*
 * A toolchain file of its own, beside the libraries: any CMake project can be built for the board with it.
 */
static bool write_toolchain(struct cli *cli, struct platform *platform, const struct image_board *board,
			    const struct image_sdk *sdk)
{
	struct arena *arena = cli->compilation->arena;
	const char *path = arena_format(arena, "%s/toolchain.cmake", platform->folder);
	struct out *out = out_create(arena);
	out_line(out, "# Protection domains for board %s (%s) of an SDK.", board->name, cli->options.config);
	out_line(out, "set(CAUSEWAY_PLATFORM \"%s\")", platform->folder);
	out_line(out, "set(CAUSEWAY_SDK_INCLUDE \"%s\")", resolve(cli, sdk->include));
	out_line(out, "set(CAUSEWAY_MACHINE %s)", board->architecture);
	out_line(out, "set(CAUSEWAY_CPU %s)", board->cpu);
	out_line(out, "include(\"%s\")", home_path(cli, "cmake/causeway-sel4.cmake"));
	VEC_PUSH(arena, &platform->toolchain, arena_format(arena, "-DCMAKE_TOOLCHAIN_FILE=%s", path));
	int error = out_commit(out, path);
	if (error)
		cli_cannot_write(cli, path, error);
	return !error;
}

/* Two runs of the tool must not build it at the same time. */
static bool build_alone(struct cli *cli, const struct image_sdk *sdk, const struct platform *platform)
{
	const char *stamp = arena_format(cli->compilation->arena, "%s/stamp", platform->folder);
	const char *path = arena_format(cli->compilation->arena, "%s/lock", platform->folder);
	int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	while (lock >= 0 && flock(lock, LOCK_EX) && errno == EINTR)
		;
	bool ok = is_current(cli, sdk, stamp) || build(cli, platform->folder, &platform->toolchain);
	if (ok && !is_current(cli, sdk, stamp)) {
		int fd = open(stamp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
		ok = fd >= 0 && write(fd, "", 1) == 1;
		if (!ok)
			cli_cannot_write(cli, stamp, errno);
		if (fd >= 0)
			close(fd);
	}
	if (lock >= 0)
		close(lock);
	return ok;
}

const struct platform *platform_prepare(struct cli *cli, const struct image_board *board,
					const struct image_sdk *sdk)
{
	struct arena *arena = cli->compilation->arena;
	struct platform *platform = ARENA_NEW(arena, struct platform);
	const char *folder = find_folder(cli, board, sdk);
	int error = out_make_directory(folder);
	if (error) {
		cli_cannot_write(cli, folder, error);
		return NULL;
	}
	platform->folder = resolve(cli, folder);
	platform->parts = (struct image_parts){
		.loader = arena_format(arena, "%s/loader.elf", platform->folder),
		.initialiser = arena_format(arena, "%s/initialiser.elf", platform->folder),
		.monitor = arena_format(arena, "%s/monitor.elf", platform->folder),
	};
	if (!write_toolchain(cli, platform, board, sdk))
		return NULL;
	const char *stamp = arena_format(arena, "%s/stamp", platform->folder);
	return is_current(cli, sdk, stamp) || build_alone(cli, sdk, platform) ? platform : NULL;
}
