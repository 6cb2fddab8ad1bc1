#include "cli/commands.h"

#include "base/file.h"
#include "base/out.h"
#include "sdf/sdf.h"

#include <string.h>

const char command_fmt_details[] = "Puts the indentation, blanks and blank lines of system descriptions in "
				   "order, in place, or in the file given with\n"
				   "-o (- is standard output). Comments, attributes and their order stay as "
				   "they are. With --check nothing is\n"
				   "written, and a file that is not in order is an error.";

static bool is_in_order(struct cli *cli, const char *path, const struct out *out)
{
	struct file_text present;
	return !file_read(cli->compilation->arena, path, &present) && present.length == out_length(out) &&
	       !memcmp(present.text, out_string(out), present.length);
}

static void format_file(struct cli *cli, const char *path)
{
	struct out *out = out_create(cli->compilation->arena);
	if (!sdf_format(out, cli->compilation, path))
		return;
	if (cli->options.check) {
		if (!is_in_order(cli, path, out))
			diag_report_file(cli->compilation->diag, DIAG_SDF_LAYOUT, path,
					 "the layout is not in order");
		return;
	}
	const char *output = cli->options.output ? cli->options.output : path;
	int error = out_commit(out, output);
	if (error)
		cli_cannot_write(cli, output, error);
}

int command_fmt(struct cli *cli)
{
	if (cli->options.output && !cli_single_input(cli))
		return CLI_USAGE;
	for (size_t i = 0; i < cli->options.inputs.count; i++)
		format_file(cli, cli->options.inputs.items[i]);
	return cli_status(cli);
}
