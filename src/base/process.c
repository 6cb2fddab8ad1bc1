#include "base/process.h"

#include "base/vec.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

struct buffer {
	char *bytes;
	size_t length;
	size_t capacity;
};

struct streams {
	int input;
	int output[2];
	int errors[2];
};

static void close_all(const struct streams *streams)
{
	const int all[] = { streams->input, streams->output[0], streams->output[1], streams->errors[0],
			    streams->errors[1] };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i] >= 0)
			close(all[i]);
}

/* The input is put into memory, so that nobody has to write while reading. */
static int open_input(const struct file_text *input)
{
	if (!input)
		return open("/dev/null", O_RDONLY | O_CLOEXEC);
	int fd = memfd_create("input", MFD_CLOEXEC);
	for (size_t written = 0; fd >= 0 && written < input->length;) {
		ssize_t count = write(fd, input->text + written, input->length - written);
		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0) {
			int error = errno;
			close(fd);
			errno = error;
			return -1;
		}
		written += (size_t)count;
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

static int open_streams(const struct file_text *input, struct streams *streams)
{
	*streams = (struct streams){ -1, { -1, -1 }, { -1, -1 } };
	streams->input = open_input(input);
	if (streams->input >= 0 && !pipe2(streams->output, O_CLOEXEC) && !pipe2(streams->errors, O_CLOEXEC))
		return 0;
	int error = errno;
	close_all(streams);
	return error;
}

/* The environment with messages in English. */
static char *const *make_environment(struct arena *arena)
{
	VEC(char *) variables = { 0 };
	for (char **variable = environ; *variable; variable++)
		if (strncmp(*variable, "LC_", 3) && strncmp(*variable, "LANG", 4))
			VEC_PUSH(arena, &variables, *variable);
	VEC_PUSH(arena, &variables, arena_strdup(arena, "LC_ALL=C"));
	VEC_PUSH(arena, &variables, NULL);
	return variables.items;
}

static int spawn(struct arena *arena, char *const *arguments, const struct streams *streams, pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	int error = posix_spawn_file_actions_init(&actions);
	if (error)
		return error;
	error = posix_spawn_file_actions_adddup2(&actions, streams->input, STDIN_FILENO);
	if (!error)
		error = posix_spawn_file_actions_adddup2(&actions, streams->output[1], STDOUT_FILENO);
	if (!error)
		error = posix_spawn_file_actions_adddup2(&actions, streams->errors[1], STDERR_FILENO);
	if (!error)
		error = posix_spawnp(pid, arguments[0], &actions, NULL, arguments, make_environment(arena));
	posix_spawn_file_actions_destroy(&actions);
	return error;
}

/* Reads once; false at the end of the stream. */
static bool read_some(int fd, struct buffer *buffer, int *error)
{
	if (buffer->length == buffer->capacity) {
		size_t capacity = buffer->capacity ? buffer->capacity * 2 : CHUNK;
		char *larger = realloc(buffer->bytes, capacity);
		if (!larger) {
			*error = ENOMEM;
			return false;
		}
		buffer->bytes = larger;
		buffer->capacity = capacity;
	}
	ssize_t count = read(fd, buffer->bytes + buffer->length, buffer->capacity - buffer->length);
	if (count < 0 && errno == EINTR)
		return true;
	if (count < 0)
		*error = errno;
	if (count <= 0)
		return false;
	buffer->length += (size_t)count;
	if (buffer->length > FILE_SIZE_MAX)
		*error = EFBIG;
	return !*error;
}

static int collect(const int fds[2], struct buffer buffers[2])
{
	struct pollfd polled[2] = { { fds[0], POLLIN, 0 }, { fds[1], POLLIN, 0 } };
	int error = 0;
	while (!error && (polled[0].fd >= 0 || polled[1].fd >= 0)) {
		if (poll(polled, 2, -1) < 0) {
			error = errno == EINTR ? 0 : errno;
			continue;
		}
		for (int i = 0; i < 2; i++)
			if (polled[i].fd >= 0 && polled[i].revents &&
			    !read_some(polled[i].fd, &buffers[i], &error))
				polled[i].fd = -1;
	}
	return error;
}

static struct file_text keep(struct arena *arena, const struct buffer *buffer)
{
	return (struct file_text){
		.text = arena_strndup(arena, buffer->length ? buffer->bytes : "", buffer->length),
		.length = buffer->length,
	};
}

int process_run(struct arena *arena, char *const *arguments, const struct file_text *input,
		struct process_result *result)
{
	struct streams streams;
	struct buffer buffers[2] = { 0 };
	pid_t pid;
	int error = open_streams(input, &streams);
	if (error)
		return error;
	error = spawn(arena, arguments, &streams, &pid);
	if (!error) {
		close(streams.output[1]);
		close(streams.errors[1]);
		streams.output[1] = streams.errors[1] = -1;
		error = collect((const int[]){ streams.output[0], streams.errors[0] }, buffers);
		if (error)
			kill(pid, SIGKILL);
		while (waitpid(pid, &result->status, 0) < 0 && errno == EINTR)
			;
		result->output = keep(arena, &buffers[0]);
		result->errors = keep(arena, &buffers[1]);
	}
	free(buffers[0].bytes);
	free(buffers[1].bytes);
	close_all(&streams);
	return error;
}
