#include "launch/console.h"

#include "launch/watch.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

/* A longer line goes out in parts. */
enum { LINE_MAX_SIZE = 1 << 16 };

/* How long who reads our output may take when the run was stopped, in milliseconds. */
enum { LAST_CHANCE = 200 };

/*
 * Whoever reads our output may have stopped doing so: a signal or the timeout still ends the run then. A pipe
 * that can be written to takes PIPE_BUF bytes without blocking.
 */
static bool wait_for_room(struct launch *launch)
{
	struct pollfd files[] = { { STDOUT_FILENO, POLLOUT, 0 },
				  { launch->signals, POLLIN, 0 },
				  { launch->timeout, POLLIN, 0 } };
	nfds_t count = launch->hurry ? 1 : sizeof files / sizeof *files;
	while (poll(files, count, launch->hurry ? LAST_CHANCE : -1) < 0)
		if (errno != EINTR)
			return true;
	launch->silent = launch->hurry && !files[0].revents;
	return files[0].revents;
}

static void write_out(struct launch *launch, const char *bytes, size_t length)
{
	watch_show(launch, bytes, length);
	while (length) {
		if (launch->silent || launch->status == LAUNCH_IO || !wait_for_room(launch))
			return;
		ssize_t written = write(STDOUT_FILENO, bytes, length < PIPE_BUF ? length : PIPE_BUF);
		if (written < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (written < 0) {
			diag_report_file(launch->compilation->diag, DIAG_CANNOT_WRITE, "standard output",
					 "cannot write: %s", strerror(errno));
			launch->phase = LAUNCH_FINISHED;
			launch->status = LAUNCH_IO;
			return;
		}
		bytes += written;
		length -= (size_t)written;
	}
}

/* An incomplete line of another domain is ended first. */
static void write_for(struct launch *launch, size_t pd, const char *bytes, size_t length)
{
	if (launch->console_pd >= 0 && (size_t)launch->console_pd != pd)
		write_out(launch, "\n", 1);
	write_out(launch, bytes, length);
	launch->console_pd = bytes[length - 1] == '\n' ? -1 : (int)pd;
}

static void write_line(struct launch *launch, size_t index)
{
	struct launch_pd *pd = &launch->pds[index];
	if (pd->line_length)
		write_for(launch, index, pd->line, pd->line_length);
	pd->line_length = 0;
}

static void keep(struct launch *launch, size_t index, const char *text, size_t length)
{
	struct launch_pd *pd = &launch->pds[index];
	if (!pd->line)
		pd->line = arena_alloc(launch->compilation->arena, LINE_MAX_SIZE);
	if (length > LINE_MAX_SIZE - pd->line_length)
		write_line(launch, index);
	memcpy(pd->line + pd->line_length, text, length);
	pd->line_length += length;
}

void console_text(struct launch *launch, size_t pd, const char *text, size_t length)
{
	const char *end = memrchr(text, '\n', length);
	size_t whole = end ? (size_t)(end + 1 - text) : 0;
	if (whole) {
		write_line(launch, pd);
		write_for(launch, pd, text, whole);
	}
	if (length > whole)
		keep(launch, pd, text + whole, length - whole);
}

void console_show(struct launch *launch, size_t whose, const char *text, size_t length)
{
	write_for(launch, whose, text, length);
}

bool console_flush(struct launch *launch, size_t pd)
{
	struct linux_console *console = &launch->baton->areas[pd].console;
	uint32_t length = console->length;
	bool any = length || launch->pds[pd].line_length;
	if (length && length <= LINUX_CONSOLE_SIZE)
		console_text(launch, pd, console->text, length);
	console->length = 0;
	write_line(launch, pd);
	return any;
}

bool console_flush_all(struct launch *launch)
{
	bool any = false;
	for (size_t i = 0; launch->baton && i < launch->pd_count; i++)
		any |= console_flush(launch, i);
	return any;
}

void console_close(struct launch *launch)
{
	if (launch->console_pd >= 0)
		write_out(launch, "\n", 1);
	launch->console_pd = -1;
}
