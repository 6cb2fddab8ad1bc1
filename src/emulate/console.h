/*
 * The serial line of the emulated board: who says what on it.
 */
#ifndef EMULATE_CONSOLE_H
#define EMULATE_CONSOLE_H

#include <stdbool.h>
#include <stddef.h>

enum { EMULATE_LINE_SIZE = 4096 };

struct emulate_console {
	bool started; /* the protection domains run: what comes is the system's */
	bool verbose;
	bool faulted;
	bool failed; /* the initialiser gave up */
	char line[EMULATE_LINE_SIZE];
	size_t length;
	bool passing; /* the current line is the system's, and is passed on as it comes */
};

void emulate_console_take(struct emulate_console *console, const char *bytes, size_t length);

/* What is left of a last line. */
void emulate_console_finish(struct emulate_console *console);

#endif
