/*
 * The causeway command: finds the command in the table, reads its options, runs it.
 */
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/home.h"
#include "cli/options.h"

#include "assembly/assembly.h"
#include "base/suggest.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static void print_overview(FILE *stream)
{
	fputs("usage: causeway COMMAND [OPTIONS] INPUT...\n"
	      "\n"
	      "Carries CAmkES systems over to the seL4 Core Platform (Microkit), and runs them.\n"
	      "\n"
	      "commands:\n",
	      stream);
	for (size_t i = 0; i < command_count; i++)
		fprintf(stream, "  %-12s %s\n", commands[i].name, commands[i].summary);
	fputs("\n"
	      "APP is the folder of an unmodified CAmkES application.\n"
	      "'causeway COMMAND --help' explains a command; 'man causeway' has it all.\n",
	      stream);
}

static void print_command(const struct cli_command *command, FILE *stream)
{
	fprintf(stream, "usage: causeway %s [OPTIONS] %s\n\n%s\n\noptions:\n", command->name,
		command->operand, command->details);
	options_print(command, stream);
}

static const struct cli_command *find_command(const char *name)
{
	struct suggest suggest = suggest_for(name);
	for (size_t i = 0; i < command_count; i++) {
		if (!strcmp(commands[i].name, name))
			return &commands[i];
		suggest_offer(&suggest, commands[i].name);
	}
	const char *near = suggest_best(&suggest);
	if (near)
		options_usage_error(NULL, "there is no command '%s'; did you mean '%s'?", name, near);
	else
		options_usage_error(NULL, "there is no command '%s'", name);
	return NULL;
}

int cli_status(const struct cli *cli)
{
	if (diag_io_error_count(cli->compilation->diag))
		return CLI_IO;
	return diag_error_count(cli->compilation->diag) ? CLI_DIAGNOSTICS : CLI_DONE;
}

void cli_cannot_write(struct cli *cli, const char *path, int error)
{
	diag_report_file(cli->compilation->diag, DIAG_CANNOT_WRITE, path, "cannot write: %s",
			 strerror(error));
}

const char *cli_single_input(struct cli *cli)
{
	if (cli->options.inputs.count == 1)
		return cli->options.inputs.items[0];
	options_usage_error(NULL, "this command takes one input, not %zu", cli->options.inputs.count);
	return NULL;
}

/* The passes that --dump-after can name: parsing, then those of the assembly. */
static bool is_pass(const char *name)
{
	struct suggest suggest = suggest_for(name);
	const char *pass = "parse";
	for (size_t i = 0; pass; pass = assembly_pass_name(i++)) {
		if (!strcmp(name, pass))
			return true;
		suggest_offer(&suggest, pass);
	}
	const char *near = suggest_best(&suggest);
	options_usage_error(NULL,
			    near ? "there is no pass '%s'; did you mean '%s'?" : "there is no pass '%s'",
			    name, near);
	return false;
}

static int run_command(struct cli *cli, const struct cli_command *command, int count, char **arguments)
{
	if (!options_parse(cli, command, count, arguments))
		return CLI_USAGE;
	if (cli->options.help) {
		print_command(command, stdout);
		return CLI_DONE;
	}
	if (cli->options.dump_after && !is_pass(cli->options.dump_after))
		return CLI_USAGE;
	if (!cli->options.inputs.count) {
		options_usage_error(command->name, "'%s' needs an input", command->name);
		return CLI_USAGE;
	}
	home_find(cli);
	return command->run(cli);
}

/* What went to standard output must have arrived: a full disk is an error, not a short output. */
static int check_output(int status)
{
	if (!fflush(stdout) && !ferror(stdout))
		return status;
	fprintf(stderr, "causeway: error: cannot write to standard output: %s\n", strerror(errno));
	return status ? status : CLI_IO;
}

int main(int argc, char **argv)
{
	const char *name = argc > 1 ? argv[1] : "--help";
	if (!strcmp(name, "--version") || !strcmp(name, "-V")) {
		printf("causeway %s\n", CAUSEWAY_VERSION);
		return check_output(CLI_DONE);
	}
	if (!strcmp(name, "--help") || !strcmp(name, "-h") || !strcmp(name, "help")) {
		print_overview(argc > 1 ? stdout : stderr);
		return argc > 1 ? check_output(CLI_DONE) : CLI_USAGE;
	}
	const struct cli_command *command = find_command(name);
	if (!command)
		return CLI_USAGE;
	struct cli cli = { .compilation = compilation_create(stderr) };
	diag_set_colour(cli.compilation->diag, isatty(STDERR_FILENO));
	int status = run_command(&cli, command, argc - 2, argv + 2);
	compilation_destroy(cli.compilation);
	return check_output(status);
}
