#include "cli/commands.h"
#include "cli/input.h"

#include "base/depfile.h"
#include "base/out.h"
#include "emit/emit.h"
#include "sdf/sdf.h"

const char command_translate_details[] = "Translates a CAmkES specification to the Core Platform. The folder "
					 "given with -o gets NAME.system, a folder for\n"
					 "each protection domain (its header with every id and address, "
					 "camkes.h, glue code), and report.md, which says\n"
					 "what became of each construct. The application is not touched.";

static bool write_system(struct cli *cli, const struct model *model, enum sdf_dialect dialect,
			 const char *path)
{
	struct out *out = out_create(cli->compilation->arena);
	sdf_write(out, model, dialect);
	int error = out_commit(out, path);
	if (error)
		cli_cannot_write(cli, path, error);
	return !error;
}

static void write_all(struct cli *cli, const struct model *model, enum sdf_dialect dialect,
		      const char *directory, const cli_list *dependencies)
{
	struct arena *arena = cli->compilation->arena;
	const char *system = arena_format(arena, "%s/%s.system", directory, model->name);
	int error = out_make_directory(directory);
	if (error) {
		cli_cannot_write(cli, directory, error);
		return;
	}
	if (!write_system(cli, model, dialect, system) || !emit_all(cli->compilation, model, directory))
		return;
	if (!cli->options.depfile)
		return;
	error = depfile_write(arena, cli->options.depfile, system, dependencies->items, dependencies->count);
	if (error)
		cli_cannot_write(cli, cli->options.depfile, error);
}

int command_translate(struct cli *cli)
{
	const char *path = cli_single_input(cli);
	if (!path)
		return CLI_USAGE;
	enum sdf_dialect dialect = (enum sdf_dialect)SDF_LATEST;
	if (cli->options.dialect && !sdf_dialect_parse(cli->compilation, cli->options.dialect, &dialect))
		return CLI_USAGE;
	struct input input = input_find(cli, path);
	cli_list dependencies = { 0 };
	const struct model *model = input.kind == INPUT_NONE ? NULL : input_model(cli, &input, &dependencies);
	if (model && sdf_check(cli->compilation, model, dialect)) {
		const char *output = cli->options.output ? cli->options.output
							 : arena_format(cli->compilation->arena,
									"causeway-build/%s", model->name);
		write_all(cli, model, dialect, output, &dependencies);
	}
	return cli_status(cli);
}
