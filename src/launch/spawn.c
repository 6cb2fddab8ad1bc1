#include "launch/spawn.h"

#include "launch/boot.h"
#include "launch/clock.h"
#include "launch/region.h"
#include "launch/schedule.h"

#include "runtime/baton/baton.h"

#include "abi/linux_watch.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { EXEC_FAILED = 127 };

/* Many systems need more descriptors than the usual 1024; raising the soft limit needs no privilege. */
static void allow_descriptors(void)
{
	struct rlimit limit;
	if (!getrlimit(RLIMIT_NOFILE, &limit) && limit.rlim_cur < limit.rlim_max) {
		limit.rlim_cur = limit.rlim_max;
		setrlimit(RLIMIT_NOFILE, &limit);
	}
}

static bool make_baton(struct launch *launch)
{
	launch->baton_fd = launch_own(launch, memfd_create("baton", MFD_CLOEXEC | MFD_ALLOW_SEALING));
	if (launch->baton_fd < 0 || ftruncate(launch->baton_fd, LINUX_BATON_SIZE) ||
	    fcntl(launch->baton_fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL))
		return launch_refused(launch, "cannot make the scheduler's memory");
	void *memory = mmap(NULL, LINUX_BATON_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, launch->baton_fd, 0);
	if (memory == MAP_FAILED)
		return launch_refused(launch, "cannot map the scheduler's memory");
	launch->baton = memory;
	baton_init(launch->baton, (unsigned)launch->pd_count);
	schedule_fill(launch);
	if (launch->options->simulate)
		schedule_simulate(launch);
	return true;
}

bool spawn_prepare(struct launch *launch)
{
	allow_descriptors();
	launch->clock_offset = clock_vdso_offset();
	if (!region_make_all(launch))
		return false;
	int ends[2];
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends))
		return launch_refused(launch, "cannot make the control socket");
	launch->control = launch_own(launch, ends[0]);
	launch->control_child = launch_own(launch, ends[1]);
	return make_baton(launch);
}

static void inherit_regions(const struct launch *launch, const struct model_pd *pd)
{
	for (size_t i = 0; i < pd->maps.count; i++) {
		const struct launch_region *region = &launch->regions[pd->maps.items[i]->region->index];
		int fd = pd->maps.items[i]->perms & MODEL_PERM_WRITE ? region->fd : region->read_only_fd;
		fcntl(fd, F_SETFD, 0);
	}
}

enum { ARGUMENTS_MAX = 8, ENVIRONMENT_MAX = 3 };

/* What a process is started with. */
struct command {
	const char *path;
	char *arguments[ARGUMENTS_MAX];
	char *environment[ENVIRONMENT_MAX];
};

/* VARIABLE as this process has it, or VALUE. */
static char *variable(struct arena *arena, const char *name, const char *value)
{
	const char *own = getenv(name);
	return arena_format(arena, "%s=%s", name, own ? own : value);
}

/* Nothing of this process's environment is inherited, but what tells sanitizers how to report. */
static struct command make_command(struct launch *launch, const struct launch_pd *pd)
{
	struct arena *arena = launch->compilation->arena;
	struct command command = { .path = pd->program->path };
	size_t count = 0;
	if (pd->valgrind) {
		command.path = pd->valgrind;
		command.arguments[count++] = arena_strdup(arena, pd->valgrind);
		command.arguments[count++] = arena_format(arena, "--log-fd=%d", LINUX_HOSTED_ERRORS_FD);
		command.arguments[count++] = arena_strdup(arena, "-q");
		command.arguments[count++] = arena_strdup(arena, pd->program->path);
	} else {
		command.arguments[count++] = arena_strdup(arena, pd->model->name);
	}
	if (pd->program->hosted) {
		command.environment[0] = variable(arena, "ASAN_OPTIONS", "detect_leaks=0");
		command.environment[1] = variable(arena, "UBSAN_OPTIONS", "print_stacktrace=1");
	}
	return command;
}

/* Addresses that are not chosen at random leave room for the system's regions; reports go to standard error.
 */
static void prepare_hosted(void)
{
	personality(ADDR_NO_RANDOMIZE);
	dup2(STDERR_FILENO, LINUX_HOSTED_ERRORS_FD);
}

/* The child borrows this process's memory until it is another program, but has descriptors of its own. */
__attribute__((noinline)) static pid_t start(const struct launch *launch, size_t index,
					     const struct command *command, volatile int *error)
{
	const struct launch_pd *pd = &launch->pds[index];
	pid_t pid = vfork();
	if (pid)
		return pid;
	atomic_store(&launch->baton->boot_entries[index].process, getpid());
	inherit_regions(launch, pd->model);
	if (pd->program->hosted)
		prepare_hosted();
	/* The program sees the same addresses in every run, where that can be had (see features.c). */
	if (launch->options->simulate)
		personality(ADDR_NO_RANDOMIZE);
	if (dup2(launch->control_child, LINUX_CONTROL_FD) >= 0 && dup2(launch->baton_fd, LINUX_BATON_FD) >= 0)
		execve(command->path, command->arguments, command->environment);
	*error = errno;
	_exit(EXEC_FAILED);
}

static bool spawn(struct launch *launch, size_t index)
{
	struct launch_pd *pd = &launch->pds[index];
	volatile int error = 0;
	if (!boot_write(launch, index))
		return false;
	struct command command = make_command(launch, pd);
	pd->pid = start(launch, index, &command, &error);
	if (pd->pid < 0) {
		pd->pid = 0;
		return launch_refused(launch, "cannot start a process for protection domain '%s'",
				      pd->model->name);
	}
	if (!error)
		return true;
	diag_report_file(launch->compilation->diag, DIAG_CANNOT_READ, pd->program->path, "cannot run: %s",
			 strerror(error));
	launch_finish(launch, LAUNCH_IO);
	return false;
}

/* One that has ended meanwhile still has its id: nobody has waited for it. */
static bool open_process(struct launch *launch, struct launch_pd *pd)
{
	pd->pidfd = launch_own(launch, (int)syscall(SYS_pidfd_open, pd->pid, 0));
	return pd->pidfd >= 0 ||
	       launch_refused(launch, "cannot watch the process of protection domain '%s'", pd->model->name);
}

/* The descriptors of processes come last: each process starts with a copy of all that are open, and closes
 * them again. */
bool spawn_all(struct launch *launch)
{
	bool ok = boot_write_filter(launch);
	for (size_t i = 0; i < launch->pd_count && ok; i++)
		ok = spawn(launch, i);
	for (size_t i = 0; i < launch->pd_count && ok; i++)
		ok = open_process(launch, &launch->pds[i]);
	return ok;
}

void spawn_kill_all(struct launch *launch)
{
	for (size_t i = 0; i < launch->pd_count; i++)
		if (launch->pds[i].pid && !launch->pds[i].gone)
			kill(launch->pds[i].pid, SIGKILL);
	for (size_t i = 0; i < launch->pd_count; i++)
		if (launch->pds[i].pid && !launch->pds[i].gone) {
			while (waitpid(launch->pds[i].pid, NULL, 0) < 0 && errno == EINTR)
				;
			launch->pds[i].gone = true;
		}
}
