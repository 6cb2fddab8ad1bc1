#include "cli/commands.h"

const struct cli_command commands[] = {
#define COMMAND(name, letter, operand, summary)                                                              \
	{ #name, letter, operand, summary, command_##name##_details, command_##name },
#include "cli/commands.def"
#undef COMMAND
};

const size_t command_count = sizeof commands / sizeof *commands;
