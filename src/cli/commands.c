#include "cli/commands.h"

#include <string.h>

const struct cli_command commands[] = {
#define COMMAND(name, letter, operand, summary)                                                              \
	{ #name, letter, operand, summary, command_##name##_details, command_##name },
#include "cli/commands.def"
#undef COMMAND
};

const size_t command_count = sizeof commands / sizeof *commands;

const struct cli_command *command_named(const char *name)
{
	const struct cli_command *command = commands;
	while (strcmp(command->name, name) != 0)
		command++;
	return command;
}
