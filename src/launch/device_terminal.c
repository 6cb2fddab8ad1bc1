/*
 * The terminal: standard input, or a file, is what is typed, standard output the screen.
 *
 * Input goes through an agent, since reading may block: it puts what it reads into the input ring and raises
 * the interrupt once for all that it got at a time. If the ring is full it says so (`input_stalled`), looks
 * again, and then waits for a kick: the domain makes room before it looks at `input_stalled`, so one of the
 * two sees the other. At the end of the input it sets `input_ended` and raises the interrupt once more.
 *
 * Output is the launcher's: a kick makes it take all that is in the ring and write it, at once, among the
 * lines of the debug console. Whoever kicked it writes packets to a socket that fills up, so a domain that
 * writes faster than it can be shown waits in the kick.
 *
 * If standard input is a terminal of the host it becomes a raw serial line for the time of the run: keys come
 * as they are typed (Enter is '\r'), without an echo; the interrupt key still stops the run.
 */
#include "launch/device_terminal.h"

#include "launch/agent.h"
#include "launch/console.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

struct terminal {
	bool raw;
	struct termios before;
};

static uint32_t load(const uint32_t *word)
{
	return __atomic_load_n(word, __ATOMIC_SEQ_CST);
}

static void store(uint32_t *word, uint32_t value)
{
	__atomic_store_n(word, value, __ATOMIC_SEQ_CST);
}

int terminal_open_input(struct launch *launch, const struct launch_device *device)
{
	const char *file = device->board->file;
	if (!file)
		return STDIN_FILENO;
	int fd = launch_own(launch, open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY));
	if (fd < 0)
		diag_report(launch->compilation->diag, DIAG_BOARD_DEVICE, device->board->range,
			    "what is typed cannot be read from '%s': %s", file, strerror(errno));
	return fd;
}

static bool terminal_open(struct launch *launch, struct launch_device *device)
{
	struct terminal *terminal = ARENA_NEW(launch->compilation->arena, struct terminal);
	device->own = terminal;
	device->fd = terminal_open_input(launch, device);
	if (device->fd != STDIN_FILENO || tcgetattr(STDIN_FILENO, &terminal->before))
		return device->fd >= 0;
	struct termios line = terminal->before;
	line.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | ISTRIP | IXON);
	line.c_lflag &= ~(tcflag_t)(ICANON | ECHO | IEXTEN);
	line.c_cc[VMIN] = 1;
	line.c_cc[VTIME] = 0;
	terminal->raw = !tcsetattr(STDIN_FILENO, TCSANOW, &line);
	return true;
}

static void terminal_close(struct launch_device *device)
{
	const struct terminal *terminal = device->own;
	if (terminal->raw)
		tcsetattr(STDIN_FILENO, TCSANOW, &terminal->before);
}

/* Indices are kept here: what the domain writes decides no more than how much room there is. */
void terminal_write_out(struct launch *launch, struct launch_device *device)
{
	struct device_terminal *registers = device->registers;
	uint8_t text[DEVICE_TERMINAL_OUTPUT];
	uint32_t written = load(&registers->output_written), read = registers->output_read;
	size_t length = 0;
	while (read != written && length < sizeof text)
		text[length++] = registers->output[read++ % DEVICE_TERMINAL_OUTPUT];
	/* Counters that lie too far apart make no sense; the device then starts anew. */
	store(&registers->output_read, written);
	if (length)
		console_show(launch, launch->pd_count + (size_t)(device - launch->devices), (char *)text,
			     length);
}

/* Room in the input ring, as far as it makes sense. */
static uint32_t room(const struct device_terminal *registers, uint32_t written)
{
	uint32_t used = written - load(&registers->input_read);
	return used > DEVICE_TERMINAL_INPUT ? 0 : DEVICE_TERMINAL_INPUT - used;
}

uint32_t terminal_room_or_stall(struct device_terminal *registers, uint32_t written)
{
	uint32_t free = room(registers, written);
	if (free)
		return free;
	store(&registers->input_stalled, 1);
	return room(registers, written);
}

void terminal_type(struct device_terminal *registers, uint32_t *written, const uint8_t *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		registers->input[(*written)++ % DEVICE_TERMINAL_INPUT] = bytes[i];
	store(&registers->input_written, *written);
}

void terminal_end_input(struct device_terminal *registers)
{
	store(&registers->input_ended, 1);
}

/* Returns false at the end of the input. */
static bool take_input(struct agent *agent, uint32_t *written, uint32_t free)
{
	struct device_terminal *registers = agent->registers;
	uint8_t text[DEVICE_TERMINAL_INPUT];
	ssize_t length = read(agent->fd, text, free);
	if (length > 0)
		terminal_type(registers, written, text, (size_t)length);
	return length > 0;
}

static void terminal_serve(struct agent *agent)
{
	struct device_terminal *registers = agent->registers;
	uint32_t written = 0;
	for (;;) {
		uint32_t free = agent->quiet ? 0 : terminal_room_or_stall(registers, written);
		bool raise = false;
		if (agent_wait(agent, free ? agent->fd : -1, POLLIN) && free) {
			raise = true;
			if (!take_input(agent, &written, free)) {
				agent->quiet = true;
				terminal_end_input(registers);
			}
		}
		agent_report(agent, raise);
	}
}

const struct device_class device_terminal = {
	.open = terminal_open,
	.serve = terminal_serve,
	.kicked = terminal_write_out,
	.close = terminal_close,
};
