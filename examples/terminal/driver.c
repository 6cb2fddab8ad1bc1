/* The terminal's driver: echoes what is typed, and hands whole lines to the shell, one at a time. */
#include <microkit.h>

#include <causeway/terminal.h>

#include "line.h"

enum { SHELL = 0, TERMINAL = 1, BACKSPACE = 0x08, DELETE = 0x7f };

struct device_terminal *terminal; /* both set by the system description */
struct line *line;

static bool busy; /* the shell has the line */
static uint32_t length;
static char typed[LINE_SIZE];

static void show(const char *text, size_t size)
{
	causeway_terminal_write(terminal, text, size);
}

static void hand_over(bool ended)
{
	for (uint32_t i = 0; i < length; i++)
		line->text[i] = typed[i];
	line->length = length;
	line->ended = ended;
	length = 0;
	busy = true;
	microkit_notify(SHELL);
}

static void take(char character)
{
	if (character == '\r' || character == '\n') {
		show("\n", 1);
		hand_over(false);
	} else if (character == BACKSPACE || character == DELETE) {
		if (length)
			show("\b \b", 3);
		length -= length > 0;
	} else if (length < LINE_SIZE) {
		typed[length++] = character;
		show(&character, 1);
	}
}

/* While the shell is busy, what is typed stays in the terminal. */
static void take_all(void)
{
	while (!busy) {
		int character = causeway_terminal_get(terminal);
		if (character == CAUSEWAY_TERMINAL_EMPTY)
			return;
		if (character == CAUSEWAY_TERMINAL_END)
			hand_over(true);
		else
			take((char)character);
	}
}

void init(void)
{
	busy = true; /* until the shell asks for a line */
}

void notified(microkit_channel channel)
{
	if (channel != TERMINAL)
		return;
	take_all();
	microkit_irq_ack(TERMINAL);
}

microkit_msginfo protected(microkit_channel channel, microkit_msginfo info)
{
	(void)channel;
	uint32_t size = line->length <= LINE_SIZE ? line->length : LINE_SIZE;
	if (microkit_msginfo_get_label(info) == LINE_SHOW) {
		show(line->text, size);
	} else {
		show("> ", 2);
		busy = false;
		take_all();
	}
	return microkit_msginfo_new(0, 0);
}
