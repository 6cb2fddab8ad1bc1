/*
 * The table of commands.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/cli.h"

extern const struct cli_command commands[];
extern const size_t command_count;

/* The command of that name, which there is. */
const struct cli_command *command_named(const char *name);

#define COMMAND(name, letter, operand, summary)                                                              \
	int command_##name(struct cli *cli);                                                                 \
	extern const char command_##name##_details[];
#include "cli/commands.def"
#undef COMMAND

#endif
