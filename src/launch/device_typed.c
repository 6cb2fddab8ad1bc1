/*
 * The terminal of a simulated run. What is typed is a file (or a pipe: its end is the input's), and its
 * characters come at fixed times: the first one `pace` after the system's beginning, each further one `pace`
 * after the one before, or, if there was no room for it, when the domain kicks because there is. The
 * interrupt is raised for each, and once more at the end. So a run is a function of the file.
 *
 * The launcher reads a character when it is due. If that is not there yet (a pipe), simulated time stands
 * still until it is. What a person types at a terminal of the host is refused: a system that stands still
 * until the next key is none that can be talked to.
 *
 * A watcher (launch.h) types instead, if there is one: the first character of what it types comes `pace`
 * after the moment at which it does, or after the last one before.
 */
#include "launch/device_terminal.h"
#include "launch/supervise.h"
#include "launch/timer.h"
#include "launch/watch.h"

#include <errno.h>
#include <stddef.h>
#include <unistd.h>

/* In nanoseconds: a serial line of about 100,000 bits per second. */
enum { DEFAULT_PACE = 100000 };

struct typed {
	struct launch_timer alarm; /* listed while a character, or the end, is to come of itself */
	struct launch *launch;
	struct launch_device *device;
	int fd;
	uint64_t pace;
	uint64_t due; /* when the next one may come, simulated */
	uint32_t written;
	bool stalled; /* there was no room when it was due */
	bool awaits;  /* there was nothing, and the watcher may yet type */
	bool ended;
};

static void next(struct typed *typed, uint64_t at)
{
	typed->due = at;
	typed->stalled = false;
	timer_set(typed->launch, &typed->alarm, at);
}

/* The terminal at which the watcher types: the first one. */
static struct typed *watched(const struct launch *launch)
{
	for (size_t i = 0; i < launch->device_count; i++)
		if (launch->devices[i].class == &device_typed)
			return launch->devices[i].own;
	return NULL;
}

/* 1: a character; 0: the end; -1: none now, or the run is over. */
static ssize_t take(struct typed *typed, uint8_t *character)
{
	ssize_t length;
	if (typed->launch->options->watcher)
		return watched(typed->launch) == typed && watch_take_typed(typed->launch, character) ? 1 : -1;
	do
		if (!supervise_wait(typed->launch, typed->fd))
			return -1;
	while ((length = read(typed->fd, character, 1)) < 0 && (errno == EINTR || errno == EAGAIN));
	return length > 0;
}

static void type(struct typed *typed)
{
	struct device_terminal *registers = typed->device->registers;
	uint8_t character;
	typed->stalled = !terminal_room_or_stall(registers, typed->written);
	if (typed->stalled)
		return;
	ssize_t length = take(typed, &character);
	typed->awaits = length < 0;
	if (typed->awaits)
		return;
	if (length > 0) {
		terminal_type(registers, &typed->written, &character, 1);
		next(typed, typed->due + typed->pace);
	} else {
		terminal_end_input(registers);
		typed->ended = true;
	}
	device_raise(typed->launch, typed->device);
}

static void expire(struct launch *launch, struct launch_timer *alarm)
{
	(void)launch;
	type((struct typed *)(void *)((char *)alarm - offsetof(struct typed, alarm)));
}

static bool typed_open(struct launch *launch, struct launch_device *device)
{
	struct typed *typed = ARENA_NEW(launch->compilation->arena, struct typed);
	*typed = (struct typed){ .alarm.expire = expire, .launch = launch, .device = device };
	typed->pace = device->board->pace ? device->board->pace : DEFAULT_PACE;
	device->own = typed;
	if (launch->options->watcher)
		return true;
	typed->fd = terminal_open_input(launch, device);
	if (typed->fd < 0 || !isatty(typed->fd))
		return typed->fd >= 0;
	diag_report(launch->compilation->diag, DIAG_BOARD_DEVICE, device->board->range,
		    "a simulated run cannot have a terminal at which somebody types");
	diag_note(launch->compilation->diag, (struct src_range){ 0, 0 },
		  "what is typed comes from a file: standard input from one, or file=FILE on the device's "
		  "line");
	return false;
}

static void typed_begin(struct launch *launch, struct launch_device *device)
{
	struct typed *typed = device->own;
	next(typed, launch->baton->epoch + typed->pace);
}

/* It may be that there is room now. */
static void typed_kicked(struct launch *launch, struct launch_device *device)
{
	struct typed *typed = device->own;
	terminal_write_out(launch, device);
	if (!typed->stalled)
		return;
	uint64_t now = timer_now(launch);
	next(typed, now > typed->due ? now : typed->due);
}

void device_typed_more(struct launch *launch)
{
	struct typed *typed = watched(launch);
	uint64_t now = timer_now(launch);
	if (!typed || !typed->awaits)
		return;
	next(typed, (now > typed->due ? now : typed->due) + typed->pace);
	typed->awaits = false;
}

static bool typed_may_come(const struct launch *launch, const struct launch_device *device)
{
	const struct typed *typed = device->own;
	(void)launch;
	return !typed->ended && !typed->stalled;
}

const struct device_class device_typed = {
	.open = typed_open,
	.begin = typed_begin,
	.kicked = typed_kicked,
	.may_come = typed_may_come,
};
