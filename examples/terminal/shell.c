/* Carries out lines: "help", "reverse TEXT", "count". */
#include <microkit.h>

#include "line.h"

#include <stdio.h>
#include <string.h>

enum { DRIVER = 0 };

struct line *line; /* set by the system description */

static unsigned lines;

static void call(seL4_Word label)
{
	microkit_ppcall(DRIVER, microkit_msginfo_new(label, 0));
}

static void show(const char *text)
{
	line->length = (uint32_t)strnlen(text, LINE_SIZE);
	memcpy(line->text, text, line->length);
	call(LINE_SHOW);
}

static void reverse(char *text)
{
	size_t length = strlen(text);
	for (size_t i = 0; i < length / 2; i++) {
		char swap = text[i];
		text[i] = text[length - 1 - i];
		text[length - 1 - i] = swap;
	}
}

static void carry_out(char *command)
{
	static const char reverse_command[] = "reverse ";
	char answer[LINE_SIZE];
	size_t prefix = sizeof reverse_command - 1;
	if (!strcmp(command, "help")) {
		show("reverse TEXT, count, help; the end of the input ends it all\n");
	} else if (!strncmp(command, reverse_command, prefix)) {
		reverse(command + prefix);
		snprintf(answer, sizeof answer, "%s\n", command + prefix);
		show(answer);
	} else if (!strcmp(command, "count")) {
		snprintf(answer, sizeof answer, "this is line %u\n", lines);
		show(answer);
	} else if (*command) {
		snprintf(answer, sizeof answer, "unknown: %s\n", command);
		show(answer);
	}
}

void init(void)
{
	show("A shell in a protection domain; 'help' helps.\n");
	call(LINE_NEXT);
}

void notified(microkit_channel channel)
{
	char command[LINE_SIZE + 1];
	uint32_t length = line->length < LINE_SIZE ? line->length : LINE_SIZE;
	(void)channel;
	lines++;
	memcpy(command, line->text, length);
	command[length] = '\0';
	if (line->ended) {
		show("\nbye\n");
		return;
	}
	carry_out(command);
	call(LINE_NEXT);
}
