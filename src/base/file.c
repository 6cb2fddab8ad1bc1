#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_CHUNK = 64 * 1024 };

/* Reads to the end rather than to the size that stat gives, so that pipes and /proc files work: a size of 0
 * is none. */
static int read_all(struct arena *arena, int fd, size_t expected, struct file_text *result)
{
	size_t capacity = expected + 1 > FIRST_CHUNK ? expected + 1 : FIRST_CHUNK;
	char *buffer = malloc(capacity);
	size_t length = 0;
	int error = buffer ? 0 : ENOMEM;
	while (!error && (!expected || length < expected)) {
		if (length == capacity) {
			char *larger = realloc(buffer, capacity * 2);
			if (!larger) {
				error = ENOMEM;
				break;
			}
			buffer = larger;
			capacity *= 2;
		}
		ssize_t count = read(fd, buffer + length, capacity - length);
		if (count == 0)
			break;
		if (count < 0)
			error = errno == EINTR ? 0 : errno;
		else
			length += (size_t)count;
		if (length > FILE_SIZE_MAX)
			error = EFBIG;
	}
	if (!error)
		*result = (struct file_text){ arena_strndup(arena, buffer, length), length };
	free(buffer);
	return error;
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
		error = read_all(arena, fd, S_ISREG(status.st_mode) ? (size_t)status.st_size : 0, result);
	close(fd);
	return error;
}
