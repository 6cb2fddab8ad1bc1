#include "launch/features.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* A probe leaves nothing behind. It returns 0, or the error number that the feature would fail with. */
typedef int probe_function(void);

/* Of a probe that makes a descriptor. */
static int close_probe(int fd)
{
	if (fd < 0)
		return errno;
	close(fd);
	return 0;
}

static int probe_memory_files(void)
{
	int fd = memfd_create("probe", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	int error = fd >= 0 && fcntl(fd, F_ADD_SEALS, F_SEAL_SEAL) ? errno : 0;
	return fd >= 0 && error ? (close(fd), error) : close_probe(fd);
}

static int probe_proc(void)
{
	return close_probe(open("/proc/self/fd", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

/* An old kernel takes the address for a hint. */
static int probe_fixed_maps(void)
{
	long page = sysconf(_SC_PAGESIZE);
	void *taken = mmap(NULL, (size_t)page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (taken == MAP_FAILED)
		return errno;
	void *again = mmap(taken, (size_t)page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE,
			   -1, 0);
	int error = again != MAP_FAILED ? EOPNOTSUPP : errno == EEXIST ? 0 : errno;
	if (again != MAP_FAILED && again != taken)
		munmap(again, (size_t)page);
	munmap(taken, (size_t)page);
	return error;
}

static int probe_futex(void)
{
	uint32_t word = 0;
	return syscall(SYS_futex, &word, FUTEX_WAKE, 1, NULL, NULL, 0) < 0 ? errno : 0;
}

/* Whether a system call that a filter does not allow can be made a signal. */
static int probe_filters(void)
{
	uint32_t trap = SECCOMP_RET_TRAP;
	return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &trap) < 0 ? errno : 0;
}

/* This process is nobody's child of its own: the wait fails, but not because the kernel knows no such wait.
 */
static int probe_process_files(void)
{
	siginfo_t info;
	int fd = (int)syscall(SYS_pidfd_open, getpid(), 0);
	int error =
		fd >= 0 && waitid(P_PIDFD, (id_t)fd, &info, WEXITED | WNOHANG) && errno != ECHILD ? errno : 0;
	return fd >= 0 && error ? (close(fd), error) : close_probe(fd);
}

static int probe_events(void)
{
	sigset_t none;
	sigemptyset(&none);
	int error = close_probe(epoll_create1(EPOLL_CLOEXEC));
	if (!error)
		error = close_probe(signalfd(-1, &none, SFD_CLOEXEC));
	return error ? error : close_probe(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
}

static int probe_timers(void)
{
	timer_t timer;
	struct sigevent nothing = { .sigev_notify = SIGEV_NONE };
	return timer_create(CLOCK_MONOTONIC, &nothing, &timer) ? errno : timer_delete(timer) ? errno : 0;
}

/* Whether a program can be started whose stack and other memory of the kernel's are where they always are. */
static int probe_fixed_addresses(void)
{
	enum { ASK = -1 };
	int before = personality((unsigned long)ASK);
	if (before < 0 || personality((unsigned long)before | ADDR_NO_RANDOMIZE) < 0)
		return errno;
	personality((unsigned long)before);
	return 0;
}

static const struct {
	const char *name;
	const char *since; /* and the option it depends on, if it is one that kernels are built without */
	const char *what_for;
	probe_function *probe;
} features[] = {
	{ "memfd_create", "Linux 3.17", "memory regions are memory files", probe_memory_files },
	{ "/proc", "mounted", "a region that is only read is opened again there", probe_proc },
	{ "MAP_FIXED_NOREPLACE", "Linux 4.17", "regions are mapped at their addresses and over nothing",
	  probe_fixed_maps },
	{ "futex", "CONFIG_FUTEX", "protection domains wait for the processor with it", probe_futex },
	{ "seccomp", "Linux 4.14, CONFIG_SECCOMP_FILTER", "protection domains are confined with filters",
	  probe_filters },
	{ "pidfd_open", "Linux 5.4", "the ends of processes are watched with it", probe_process_files },
	{ "epoll, signalfd, timerfd", "CONFIG_EPOLL, CONFIG_SIGNALFD, CONFIG_TIMERFD",
	  "the launcher waits for events with them", probe_events },
	{ "timer_create", "CONFIG_POSIX_TIMERS", "time slices and budgets end with it", probe_timers },
};

bool features_check(struct launch *launch)
{
	bool ok = true;
	for (size_t i = 0; i < sizeof features / sizeof *features; i++) {
		int error = features[i].probe();
		if (!error)
			continue;
		ok = false;
		diag_report(launch->compilation->diag, DIAG_START, (struct src_range){ 0, 0 },
			    "the kernel does not offer %s here (%s): %s; %s", features[i].name,
			    features[i].since, strerror(error), features[i].what_for);
	}
	int error = launch->options->simulate ? probe_fixed_addresses() : 0;
	if (error)
		launch_say(launch,
			   "addresses are chosen at random here (personality: %s): a program that depends on "
			   "them runs differently each time",
			   strerror(error));
	if (!ok)
		launch_finish(launch, LAUNCH_DIAGNOSTICS);
	return ok;
}
