#include "cli/commands.h"
#include "cli/input.h"
#include "cli/options.h"

#include "base/out.h"
#include "sdf/sdf.h"

const char command_diff_details[] = "Says what changed from system A to system B: protection domains, "
				    "memory, maps, channels, interrupts and so on,\n"
				    "and their attributes, whatever the order and layout of the files. '-' "
				    "is what only A has, '+' what only B has.\n"
				    "Status 0: nothing changed; 1: something did, or there were errors.";

static const struct model *read_side(struct cli *cli, const char *path)
{
	struct input input = input_find(cli, path);
	input.use = INPUT_TO_TAKE; /* to be compared, not judged */
	return input.kind == INPUT_NONE ? NULL : input_model(cli, &input, NULL);
}

int command_diff(struct cli *cli)
{
	if (cli->options.inputs.count != 2) {
		options_usage_error("diff", "'diff' compares two systems, not %zu",
				    cli->options.inputs.count);
		return CLI_USAGE;
	}
	const struct model *a = read_side(cli, cli->options.inputs.items[0]);
	const struct model *b = read_side(cli, cli->options.inputs.items[1]);
	if (!a || !b)
		return cli_status(cli);
	struct out *out = out_create(cli->compilation->arena);
	unsigned changes = sdf_diff(out, a, b);
	int error = out_commit(out, "-");
	if (error)
		cli_cannot_write(cli, "standard output", error);
	int status = cli_status(cli);
	return status ? status : changes ? CLI_DIAGNOSTICS : CLI_DONE;
}
