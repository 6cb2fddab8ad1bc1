/*
 * Runs a program and a script against each other. The output that has not been consumed is what patterns see;
 * a match consumes all up to its end. Like expect, only so much is kept: the older part of more is forgotten.
 */
#include "expect/expect.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { UNCONSUMED_MAX = 1 << 18, KEPT_MAX = 1 << 20, CHUNK = 1 << 14, PATIENCE = 2000, LINE_SEEN = 1024 };

/* Text of which only the end is kept once there is too much. */
struct tail {
	char *bytes;
	size_t length;
	size_t max;
};

struct session {
	struct expect_result *result;
	pid_t pid;
	int input, output; /* -1: closed */
	double timeout;
	struct tail unconsumed, kept;
	struct arena *arena;
	char line[LINE_SEEN]; /* that is being printed, its beginning */
	size_t line_length;
	bool ended;
};

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void tail_add(struct tail *tail, const char *bytes, size_t length)
{
	if (tail->length + length > tail->max) {
		size_t drop = tail->length < tail->max / 2 ? tail->length : tail->max / 2;
		memmove(tail->bytes, tail->bytes + drop, tail->length - drop);
		tail->length -= drop;
	}
	memcpy(tail->bytes + tail->length, bytes, length);
	tail->length += length;
}

static void tail_consume(struct tail *tail, size_t length)
{
	memmove(tail->bytes, tail->bytes + length, tail->length - length);
	tail->length -= length;
}

/* ------------------------------------------------------- the program */

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

/* ------------------------------------------------------------ output */

static void watch_for_findings(struct session *session, char byte)
{
	if (byte != '\n') {
		if (session->line_length < LINE_SEEN - 1)
			session->line[session->line_length++] = byte;
		return;
	}
	session->line[session->line_length] = '\0';
	session->line_length = 0;
	if (!session->result->finding && expect_is_finding(session->line))
		session->result->finding = arena_strdup(session->arena, session->line);
}

static void take(struct session *session, const char *bytes, size_t length)
{
	char seen[2 * CHUNK];
	size_t count = 0;
	for (size_t i = 0; i < length; i++) {
		watch_for_findings(session, bytes[i]);
		if (bytes[i] == '\n')
			seen[count++] = '\r';
		seen[count++] = bytes[i];
	}
	tail_add(&session->unconsumed, seen, count);
	tail_add(&session->kept, bytes, length);
}

/* Waits until END for output; false at the end of the time or of the output. */
static bool take_some(struct session *session, double end)
{
	char bytes[CHUNK];
	struct pollfd polled = { session->output, POLLIN, 0 };
	for (;;) {
		double left = end < 0 ? 0 : (end - now()) * 1000;
		if (session->ended || (end >= 0 && left <= 0))
			return false;
		int ready = poll(&polled, 1, end < 0 ? -1 : (int)left + 1);
		if (ready < 0 && errno != EINTR)
			return false;
		if (ready <= 0)
			continue;
		ssize_t count = read(session->output, bytes, sizeof bytes);
		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0) {
			session->ended = true;
			return false;
		}
		take(session, bytes, (size_t)count);
		return true;
	}
}

/* True when PATTERN has come. */
static bool wait_for(struct session *session, const struct expect_step *step)
{
	double end = session->timeout < 0 ? -1 : now() + session->timeout;
	do {
		long length = expect_match(step->text, step->length, session->unconsumed.bytes,
					   session->unconsumed.length);
		if (length >= 0) {
			tail_consume(&session->unconsumed, (size_t)length);
			return true;
		}
	} while (take_some(session, end));
	return false;
}

/* A program that has closed its input, or has ended, does not get it. */
static void send(struct session *session, const struct expect_step *step)
{
	for (size_t sent = 0; sent < step->length;) {
		ssize_t count = write(session->input, step->text + sent, step->length - sent);
		if (count < 0 && errno != EINTR)
			return;
		sent += count > 0 ? (size_t)count : 0;
	}
}

static void send_all(struct session *session, const struct expect_script *script)
{
	for (size_t i = 0; i < script->steps.count; i++)
		if (script->steps.items[i].kind == EXPECT_SEND)
			send(session, &script->steps.items[i]);
	close(session->input);
	session->input = -1;
}

static void pause_for(struct session *session, double seconds)
{
	for (double end = now() + (seconds > 0 ? seconds : 0); take_some(session, end);)
		;
}

/* -------------------------------------------------------- the script */

/* False when the test is over. */
static bool run_step(struct session *session, const struct expect_step *step)
{
	struct expect_result *result = session->result;
	switch (step->kind) {
	case EXPECT_WAIT_FOR:
		if (wait_for(session, step))
			return true;
		result->outcome = session->ended ? EXPECT_ENDED : EXPECT_TIMED_OUT;
		result->step = step;
		return false;
	case EXPECT_MAY_COME:
		wait_for(session, step);
		return true;
	case EXPECT_SEND:
		if (session->input >= 0)
			send(session, step);
		return true;
	case EXPECT_TIMEOUT:
		session->timeout = step->seconds;
		return true;
	case EXPECT_SLEEP:
		pause_for(session, step->seconds);
		return true;
	case EXPECT_EXIT:
		if (step->seconds != 0) {
			result->outcome = EXPECT_FAILED;
			result->step = step;
		}
		return false;
	}
	return false;
}

static void finish(struct session *session)
{
	int status;
	if (session->ended) {
		while (waitpid(session->pid, &status, 0) < 0 && errno == EINTR)
			;
		session->result->status = status;
	} else {
		stop(session);
	}
	if (session->input >= 0)
		close(session->input);
	if (session->output >= 0)
		close(session->output);
	session->result->output = session->kept.bytes;
	session->result->length = session->kept.length;
}

static struct tail tail_create(struct arena *arena, size_t max)
{
	return (struct tail){ arena_array(arena, max + 2 * CHUNK, 1), 0, max };
}

void expect_run(struct arena *arena, const struct expect_script *script, char *const *arguments,
		double timeout, bool send_first, double linger, struct expect_result *result)
{
	struct session session = { .arena = arena,
				   .result = result,
				   .timeout = timeout,
				   .unconsumed = tail_create(arena, UNCONSUMED_MAX),
				   .kept = tail_create(arena, KEPT_MAX) };
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before;
	*result = (struct expect_result){ .outcome = EXPECT_PASSED };
	double begin = now();
	result->error = start(&session, arguments);
	if (result->error) {
		result->outcome = EXPECT_ERROR;
		return;
	}
	sigaction(SIGPIPE, &ignore, &before);
	if (send_first)
		send_all(&session, script);
	for (size_t i = 0; i < script->steps.count; i++)
		if (!run_step(&session, &script->steps.items[i]))
			break;
	result->seconds = now() - begin;
	if (result->outcome == EXPECT_PASSED)
		pause_for(&session, linger);
	finish(&session);
	sigaction(SIGPIPE, &before, NULL);
}
