#include "emulate/console.h"

#include <stdio.h>
#include <string.h>

/* What the initialiser and the monitor say (loader/). */
static const char own[] = "causeway: ";
static const char start[] = "causeway: started";

/* What a debugging kernel says of calls that it refuses. */
static const char kernel[] = "\033[0m\033[1m<<";

static bool begins_with(const struct emulate_console *console, const char *prefix)
{
	size_t length = strlen(prefix);
	return console->length >= length && !memcmp(console->line, prefix, length);
}

/* Whether the line may yet turn out to be PREFIX. */
static bool may_begin_with(const struct emulate_console *console, const char *prefix)
{
	size_t length = strlen(prefix);
	return !memcmp(console->line, prefix, console->length < length ? console->length : length);
}

static void pass_on(struct emulate_console *console)
{
	fwrite(console->line, 1, console->length, stdout);
	fflush(stdout);
	console->length = 0;
}

static void end_line(struct emulate_console *console)
{
	bool is_own = begins_with(console, own);
	if (is_own && begins_with(console, start)) {
		console->started = true;
	} else if (is_own || begins_with(console, kernel) || !console->started) {
		if (is_own || console->verbose)
			fprintf(stderr, "%.*s\n", (int)console->length, console->line);
		console->faulted |= is_own && strstr(console->line, "' faulted: ");
		console->failed |= is_own && !console->started;
	} else {
		console->line[console->length++] = '\n';
		pass_on(console);
	}
	console->length = 0;
	console->passing = false;
}

static void put(struct emulate_console *console, char character)
{
	if (character == '\r')
		return;
	if (character == '\n') {
		end_line(console);
		return;
	}
	console->line[console->length++] = character;
	console->line[console->length] = '\0';
	if (console->length + 2 >= EMULATE_LINE_SIZE)
		console->passing = true;
	if (console->started && !console->passing)
		console->passing = !may_begin_with(console, own) && !may_begin_with(console, kernel);
}

void emulate_console_take(struct emulate_console *console, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		put(console, bytes[i]);
		if (console->passing && console->length + 2 >= EMULATE_LINE_SIZE)
			pass_on(console);
	}
	if (console->passing)
		pass_on(console);
}

void emulate_console_finish(struct emulate_console *console)
{
	if (console->length && console->started)
		pass_on(console);
	else if (console->length)
		end_line(console);
}
