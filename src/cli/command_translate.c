#include "cli/commands.h"
#include "cli/input.h"

#include "base/depfile.h"
#include "base/out_set.h"
#include "emit/emit.h"
#include "sdf/sdf.h"

const char command_translate_details[] = "Translates a CAmkES specification to the Core Platform. The folder "
					 "given with -o gets NAME.system, a folder for\n"
					 "each protection domain (its header with every id and address, "
					 "camkes.h, glue code), and report.md, which says\n"
					 "what became of each construct. The application is not touched.";

/* All files, or none. */
static void write_all(struct cli *cli, const struct model *model, enum sdf_dialect dialect,
		      const char *directory, const cli_list *dependencies)
{
	struct arena *arena = cli->compilation->arena;
	struct out_set *files = out_set_create(arena);
	struct out *description = out_create(arena);
	const char *system = arena_format(arena, "%s/%s.system", directory, model->name), *failed = directory;
	int error = out_make_directory(directory);
	if (!error && !emit_all(cli->compilation, model, directory, files))
		return;
	sdf_write(description, model, dialect);
	out_set_add(files, description, system);
	cli_list read = *dependencies;
	for (size_t i = 0; i < model->files.count; i++)
		VEC_PUSH(arena, &read, model->files.items[i]);
	if (cli->options.depfile)
		out_set_add(files, depfile_make(arena, system, read.items, read.count), cli->options.depfile);
	if (!error)
		error = out_set_commit(files, &failed);
	if (error)
		cli_cannot_write(cli, failed, error);
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
