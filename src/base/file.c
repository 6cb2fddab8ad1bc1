#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_CHUNK = 64 * 1024 };

/* One read; returns 0 or an errno value. */
static int read_more(int fd, char *buffer, size_t room, size_t *count)
{
	ssize_t got;
	do
		got = read(fd, buffer, room);
	while (got < 0 && errno == EINTR);
	*count = got > 0 ? (size_t)got : 0;
	return got < 0 ? errno : 0;
}

/* A file of known size, straight into the arena. */
static int read_sized(struct arena *arena, int fd, size_t size, struct file_text *result)
{
	char *buffer = arena_alloc_unset(arena, size + 1);
	size_t length = 0, count;
	int error;
	do {
		error = read_more(fd, buffer + length, size - length, &count);
		length += count;
	} while (!error && count && length < size);
	buffer[length] = '\0';
	*result = (struct file_text){ .text = buffer, .length = length };
	return error;
}

/* What has no size, such as pipes and files in /proc: to its end. */
static int read_to_end(struct arena *arena, int fd, struct file_text *result)
{
	size_t capacity = FIRST_CHUNK, length = 0, count;
	char *buffer = malloc(capacity);
	int error = buffer ? 0 : ENOMEM;
	while (!error && !(error = read_more(fd, buffer + length, capacity - length, &count)) && count) {
		length += count;
		if (length > FILE_SIZE_MAX)
			error = EFBIG;
		if (length < capacity)
			continue;
		char *larger = realloc(buffer, capacity *= 2);
		if (larger)
			buffer = larger;
		else
			error = ENOMEM;
	}
	if (!error)
		*result =
			(struct file_text){ .text = arena_strndup(arena, buffer, length), .length = length };
	free(buffer);
	return error;
}

static struct file_identity identity_of(const struct stat *status)
{
	return (struct file_identity){ .device = status->st_dev, .number = status->st_ino };
}

struct file_identity file_identify(const char *path)
{
	struct stat status;
	return stat(path, &status) ? (struct file_identity){ 0 } : identity_of(&status);
}

bool file_same(struct file_identity a, struct file_identity b)
{
	return a.device == b.device && a.number == b.number;
}

int file_read(struct arena *arena, const char *path, struct file_text *result)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return errno;
	struct stat status;
	int error = fstat(fd, &status) ? errno : 0;
	if (!error && S_ISDIR(status.st_mode))
		error = EISDIR;
	if (!error && S_ISREG(status.st_mode) && (uintmax_t)status.st_size > FILE_SIZE_MAX)
		error = EFBIG;
	if (!error)
		error = S_ISREG(status.st_mode) && status.st_size
				? read_sized(arena, fd, (size_t)status.st_size, result)
				: read_to_end(arena, fd, result);
	close(fd);
	if (!error)
		result->identity = identity_of(&status);
	return error;
}
