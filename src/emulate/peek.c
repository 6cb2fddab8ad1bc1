#include "emulate/peek.h"

#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ANSWER_SIZE = 1024, PATIENCE = 1000 /* milliseconds */ };

/* The line "ADDRESS: 0xVALUE", whatever comes before it (a greeting, the echo of the command). */
static bool read_answer(int monitor, uint64_t *value)
{
	char answer[ANSWER_SIZE];
	size_t length = 0;
	struct pollfd wait = { .fd = monitor, .events = POLLIN };
	while (length + 1 < sizeof answer && poll(&wait, 1, PATIENCE) > 0) {
		ssize_t more = read(monitor, answer + length, sizeof answer - 1 - length);
		if (more <= 0)
			return false;
		length += (size_t)more;
		answer[length] = '\0';
		const char *at = strstr(answer, ": 0x");
		if (!at || !strchr(at, '\n'))
			continue;
		*value = strtoull(at + 2, NULL, 16);
		return true;
	}
	return false;
}

static bool read_word(int monitor, uint64_t address, uint64_t *value)
{
	char command[64];
	int length = snprintf(command, sizeof command, "xp /1gx 0x%" PRIx64 "\n", address);
	return write(monitor, command, (size_t)length) == length && read_answer(monitor, value);
}

bool emulate_kernel_rests(int monitor, const struct emulate_kernel *kernel)
{
	uint64_t current, idle, waiting = 0, deadline = 0;
	if (monitor < 0 || !kernel->current || !kernel->idle ||
	    !read_word(monitor, kernel->current, &current) || !read_word(monitor, kernel->idle, &idle))
		return true;
	if (kernel->waiting && !read_word(monitor, kernel->waiting, &waiting))
		return true;
	if (kernel->timer && !read_word(monitor, kernel->timer, &deadline))
		return true;
	return current == idle && !waiting && !deadline;
}
