#include "cli/commands.h"
#include "cli/input.h"

#include "base/out.h"
#include "sdf/sdf.h"

const char command_convert_details[] =
	"Writes a system description in another dialect, to standard output or the file given with -o, or "
	"says what\n"
	"cannot be said there. Comments are kept; what the other dialect says otherwise is said its way.";

int command_convert(struct cli *cli)
{
	const char *path = cli_single_input(cli);
	enum sdf_dialect to = (enum sdf_dialect)SDF_LATEST;
	if (!path || (cli->options.to && !sdf_dialect_parse(cli->compilation, cli->options.to, &to)))
		return CLI_USAGE;
	if (to == SDF_AUTO)
		to = (enum sdf_dialect)SDF_LATEST;
	struct input input = input_find(cli, path);
	const struct model *model = input.kind == INPUT_NONE ? NULL : input_model(cli, &input, NULL);
	if (!model || !sdf_check(cli->compilation, model, to))
		return cli_status(cli);
	struct out *out = out_create(cli->compilation->arena);
	const char *output = cli->options.output ? cli->options.output : "-";
	sdf_write(out, model, to);
	int error = out_commit(out, output);
	if (error)
		cli_cannot_write(cli, output, error);
	return cli_status(cli);
}
