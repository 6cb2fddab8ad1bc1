#include "launch/agent.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { AGENT_FAILED = 1 };

/* Where the agent has its descriptors: above standard error, and nothing above them. */
enum { FD_DEVICE = 3, FD_KICK, FD_REPORTS, FD_END };

/* Moves what it needs out of the way first, so that no duplicate falls on another. */
static void keep_descriptors(struct agent *agent)
{
	int files[] = { agent->fd, agent->kick, agent->reports };
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (files[i] >= 0)
			files[i] = fcntl(files[i], F_DUPFD, FD_END);
	for (int i = 0; i < FD_END - FD_DEVICE; i++)
		if (files[i] >= 0)
			dup2(files[i], FD_DEVICE + i);
	if (agent->fd >= 0)
		agent->fd = FD_DEVICE;
	agent->kick = FD_KICK;
	agent->reports = FD_REPORTS;
	close_range(FD_END, ~0U, 0);
	close(STDIN_FILENO);
	close(STDOUT_FILENO);
}

/* It has the processors that the launcher had, and does not outlive it. */
static _Noreturn void run(const struct launch *launch, const struct launch_device *device, pid_t launcher)
{
	struct agent agent = { .board = device->board,
			       .registers = device->registers,
			       .fd = device->fd,
			       .kick = device->kick,
			       .reports = device->agent_end };
	keep_descriptors(&agent);
	char name[16]; /* as ps and top show it */
	snprintf(name, sizeof name, "agent-%s", board_class_name(device->board->class));
	prctl(PR_SET_NAME, name);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != launcher)
		_exit(AGENT_FAILED);
	if (launch->pinned)
		sched_setaffinity(0, sizeof launch->processors, &launch->processors);
	device->class->serve(&agent);
	_exit(AGENT_FAILED);
}

bool agent_start(struct launch *launch, struct launch_device *device)
{
	int ends[2];
	device->kick = launch_own(launch, eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
	if (device->kick < 0 || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends))
		return launch_refused(launch, "cannot talk to an agent for the %s", device->name);
	device->reports = launch_own(launch, ends[0]);
	device->agent_end = ends[1];
	pid_t launcher = getpid(), pid = fork();
	if (!pid)
		run(launch, device, launcher);
	close(ends[1]);
	if (pid < 0)
		return launch_refused(launch, "cannot start an agent for the %s", device->name);
	device->agent = pid;
	return true;
}

void agent_kick(struct launch_device *device)
{
	uint64_t one = 1;
	device->kicks++;
	if (write(device->kick, &one, sizeof one) != sizeof one)
		device->answers = device->kicks;
}

bool agent_take_reports(struct launch *launch, struct launch_device *device)
{
	struct agent_report report;
	for (;;) {
		ssize_t length = recv(device->reports, &report, sizeof report, MSG_DONTWAIT);
		if (length < 0 && (errno == EAGAIN || errno == EINTR))
			return true;
		if (length != (ssize_t)sizeof report)
			return false;
		device->answers = report.answers;
		device->quiet = report.quiet;
		if (report.raise)
			device_raise(launch, device);
	}
}

int agent_end(struct launch_device *device)
{
	int status = 0;
	if (!device->agent)
		return 0;
	kill(device->agent, SIGKILL);
	while (waitpid(device->agent, &status, 0) < 0 && errno == EINTR)
		;
	device->agent = 0;
	return status;
}

/* The launcher's end is only ever closed when the launcher ends. */
short agent_wait(struct agent *agent, int fd, short events)
{
	struct pollfd files[] = { { agent->kick, POLLIN, 0 }, { agent->reports, 0, 0 }, { fd, events, 0 } };
	while (poll(files, sizeof files / sizeof *files, -1) < 0)
		if (errno != EINTR)
			agent_fail(agent, "cannot wait");
	if (files[1].revents)
		_exit(0);
	uint64_t kicks;
	if (files[0].revents && read(agent->kick, &kicks, sizeof kicks) == sizeof kicks)
		agent->kicks += (uint32_t)kicks;
	return files[2].revents;
}

void agent_report(struct agent *agent, bool raise)
{
	struct agent_report report = { .answers = agent->kicks, .raise = raise, .quiet = agent->quiet };
	if (!raise && report.answers == agent->answers && agent->quiet == agent->told_quiet)
		return;
	agent->answers = report.answers;
	agent->told_quiet = agent->quiet;
	if (send(agent->reports, &report, sizeof report, MSG_NOSIGNAL) != sizeof report)
		_exit(0);
}

void agent_fail(const struct agent *agent, const char *what)
{
	launch_say(NULL, "the %s: %s: %s", board_class_name(agent->board->class), what, strerror(errno));
	_exit(AGENT_FAILED);
}
