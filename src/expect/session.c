/*
 * Runs a program and a script against each other, in real time.
 */
#include "expect/expect.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 1 << 14, PATIENCE = 2000 };

struct session {
	struct expect_progress *progress;
	struct expect_output *printed;
	pid_t pid;
	int input, output; /* output: -1 when closed */
	bool ended;
};

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int start(struct session *session, char *const *arguments)
{
	extern char **environ;
	int input[2] = { -1, -1 }, output[2] = { -1, -1 };
	posix_spawn_file_actions_t actions;
	if (pipe2(input, O_CLOEXEC))
		return errno;
	int error = pipe2(output, O_CLOEXEC) ? errno : posix_spawn_file_actions_init(&actions);
	if (!error) {
		error = posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
		if (!error)
			error = posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
		if (!error)
			error = posix_spawn_file_actions_adddup2(&actions, output[1], STDERR_FILENO);
		if (!error)
			error = posix_spawnp(&session->pid, arguments[0], &actions, NULL, arguments, environ);
		posix_spawn_file_actions_destroy(&actions);
	}
	close(input[0]);
	if (output[1] >= 0)
		close(output[1]);
	session->input = input[1];
	session->output = output[0];
	return error;
}

/* Asks the program to end, and makes it if it does not. */
static void stop(struct session *session)
{
	int status = 0;
	kill(session->pid, SIGTERM);
	for (double end = now() + PATIENCE / 1000.0; now() < end;) {
		char rest[CHUNK];
		struct pollfd polled = { session->output, POLLIN, 0 };
		if (poll(&polled, session->output >= 0, 20) > 0 &&
		    read(session->output, rest, sizeof rest) <= 0) {
			close(session->output);
			session->output = -1;
		}
		if (waitpid(session->pid, &status, WNOHANG) == session->pid)
			return;
	}
	kill(session->pid, SIGKILL);
	waitpid(session->pid, &status, 0);
}

/* Waits until DEADLINE for output; false at the end of the time or of the output. */
static bool take_some(struct session *session, double deadline)
{
	char bytes[CHUNK];
	struct pollfd polled = { session->output, POLLIN, 0 };
	while (!session->ended) {
		double left = (deadline - now()) * 1000;
		if (left <= 0)
			return false;
		int ready = poll(&polled, 1, left < 1e6 ? (int)left + 1 : 1000000);
		if (ready < 0 && errno != EINTR)
			return false;
		if (ready <= 0)
			continue;
		ssize_t count = read(session->output, bytes, sizeof bytes);
		if (count < 0 && errno == EINTR)
			continue;
		session->ended = count <= 0;
		if (session->ended)
			break;
		expect_progress_see(session->progress, bytes, (size_t)count);
		expect_output_add(session->printed, bytes, (size_t)count);
		return true;
	}
	expect_progress_end(session->progress);
	return false;
}

/* A program that has closed its input, or has ended, does not get it. */
static void send(const struct session *session)
{
	const char *bytes;
	size_t length = expect_progress_typed(session->progress, &bytes);
	while (length) {
		ssize_t count = write(session->input, bytes, length);
		if (count < 0 && errno != EINTR)
			return;
		bytes += count > 0 ? count : 0;
		length -= count > 0 ? (size_t)count : 0;
	}
}

static void finish(struct session *session, struct expect_result *result)
{
	int status;
	if (session->ended) {
		while (waitpid(session->pid, &status, 0) < 0 && errno == EINTR)
			;
		result->status = status;
	} else {
		stop(session);
	}
	close(session->input);
	if (session->output >= 0)
		close(session->output);
	expect_output_tell(session->printed, result);
}

void expect_run(struct arena *arena, const struct expect_script *script, char *const *arguments,
		double timeout, double linger, struct expect_result *result)
{
	struct session session = { .printed = expect_output_create(arena) };
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before;
	*result = (struct expect_result){ .outcome = EXPECT_PASSED };
	double begin = now();
	session.progress = expect_progress_create(arena, script, timeout, begin);
	result->error = start(&session, arguments);
	if (result->error) {
		result->outcome = EXPECT_ERROR;
		return;
	}
	sigaction(SIGPIPE, &ignore, &before);
	bool goes_on;
	do {
		goes_on = expect_progress_advance(session.progress, now(), result);
		send(&session);
		if (goes_on)
			take_some(&session, expect_progress_deadline(session.progress));
	} while (goes_on);
	result->seconds = now() - begin;
	if (result->outcome == EXPECT_PASSED)
		for (double end = now() + linger; take_some(&session, end);)
			;
	finish(&session, result);
	sigaction(SIGPIPE, &before, NULL);
}
