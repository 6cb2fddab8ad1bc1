/*
 * The command line's options, read and explained from one table.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli/cli.h"

#include <stdio.h>

/* Reads what follows the command's name. False after a usage error that was printed to standard error. */
bool options_parse(struct cli *cli, const struct cli_command *command, int count, char **arguments);

/*
 * The options that were given and that COMMAND takes too, spelt out again for another run of the tool: with
 * absolute paths, and without those that say where output goes.
 */
void options_respell(const struct cli *cli, const struct cli_command *command, cli_list *words);

/* The options that go with a command, one a line. */
void options_print(const struct cli_command *command, FILE *stream);

/* A one-line usage error, with where to find help. */
void options_usage_error(const char *command, const char *format, ...) BASE_PRINTF(2, 3);

#endif
