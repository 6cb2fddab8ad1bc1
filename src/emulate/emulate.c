#include "emulate/emulate.h"

#include "emulate/activity.h"
#include "emulate/console.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LOOK_EVERY = 50 /* milliseconds */ };

struct run {
	const struct emulate_options *options;
	struct compilation *compilation;
	pid_t process;
	int output;
	int monitor; /* the emulator's, or -1 */
	struct emulate_console console;
	struct emulate_activity activity;
	long long started;
};

static long long now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* The emulator's end of its monitor, as boards' command lines name it. */
enum { MONITOR_FD = 3 };

/* The child's half: it must not outlive the tool. */
static void become_emulator(const struct run *run, const int output[2], const int monitor[2])
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	dup2(output[1], STDOUT_FILENO);
	/* The descriptor must not be one that dup2 would leave closed at exec. */
	if (monitor[1] == MONITOR_FD)
		fcntl(MONITOR_FD, F_SETFD, 0);
	else
		dup2(monitor[1], MONITOR_FD);
	union {
		const char *const *given;
		char *const *taken;
	} words = { .given = run->options->command };
	execvp(words.taken[0], words.taken);
	fprintf(stderr, "causeway: cannot run %s: %s\n", words.taken[0], strerror(errno));
	_exit(127);
}

static bool start(struct run *run)
{
	int output[2], monitor[2];
	if (pipe2(output, O_CLOEXEC) || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, monitor))
		return false;
	fflush(NULL);
	run->process = fork();
	if (!run->process)
		become_emulator(run, output, monitor);
	close(output[1]);
	close(monitor[1]);
	run->output = output[0];
	run->monitor = monitor[0];
	run->activity.process = run->process;
	run->started = now();
	return run->process > 0;
}

/* False when the emulator has closed its output. */
static bool forward(struct run *run)
{
	char bytes[4096];
	struct pollfd wait = { .fd = run->output, .events = POLLIN };
	if (poll(&wait, 1, LOOK_EVERY) <= 0)
		return true;
	ssize_t length = read(run->output, bytes, sizeof bytes);
	if (length > 0) {
		emulate_console_take(&run->console, bytes, (size_t)length);
		emulate_activity_reset(&run->activity);
	}
	return length > 0 || (length < 0 && errno == EINTR);
}

/* It uses no processor, and the kernel has nothing to do later either. */
static bool is_at_rest(struct run *run)
{
	if (!emulate_activity_rests(&run->activity, now(), run->options->rest))
		return false;
	bool rests = emulate_kernel_rests(run->monitor, &run->options->kernel);
	if (!rests)
		emulate_activity_reset(&run->activity);
	return rests;
}

static bool is_out_of_time(const struct run *run)
{
	return run->options->timeout && now() - run->started >= 1000LL * run->options->timeout;
}

/* Ends the emulator; its exit status if it had ended by itself. */
static int stop(struct run *run)
{
	int status = 0;
	kill(run->process, SIGKILL);
	while (waitpid(run->process, &status, 0) < 0 && errno == EINTR)
		;
	close(run->output);
	close(run->monitor);
	return status;
}

static int status_of(const struct run *run)
{
	if (run->console.failed)
		return EMULATE_STOPPED;
	return run->console.faulted ? EMULATE_FAULTED : EMULATE_AT_REST;
}

int emulate_run(struct compilation *compilation, const struct emulate_options *options)
{
	struct run run = { .options = options, .compilation = compilation };
	run.console.started = !options->announced;
	run.console.verbose = options->verbose;
	if (!start(&run)) {
		diag_report(compilation->diag, DIAG_START, (struct src_range){ 0, 0 }, "cannot run '%s': %s",
			    options->command[0], strerror(errno));
		return EMULATE_STOPPED;
	}
	bool running, rest = false, late = false;
	do {
		running = forward(&run);
		rest = running && is_at_rest(&run);
		late = running && is_out_of_time(&run);
	} while (running && !rest && !late);
	int ended = stop(&run);
	emulate_console_finish(&run.console);
	if (late)
		fprintf(stderr, "causeway: the run took longer than %u s\n", options->timeout);
	if (!running && (!WIFEXITED(ended) || WEXITSTATUS(ended)))
		fprintf(stderr, "causeway: %s ended by itself\n", options->command[0]);
	return late || (!running && !WIFEXITED(ended)) || (!running && WEXITSTATUS(ended)) ? EMULATE_STOPPED
											   : status_of(&run);
}
