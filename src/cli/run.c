#include "cli/run.h"

#include "cli/home.h"

#include "board/board.h"
#include "sdf/sdf.h"

/* Whether MODEL was written for a Core Platform whose library left all checks to the kernel. */
static bool is_old(const struct model *model)
{
	enum sdf_dialect dialect = sdf_dialect_of(model);
	return dialect != SDF_AUTO && !sdf_limits(dialect)->calls_go_up;
}

/* A system without interrupts and physical addresses has no use for a board. */
static bool has_devices(const struct model *model)
{
	for (size_t i = 0; i < model->pds.count; i++)
		if (model->pds.items[i]->irqs.count)
			return true;
	for (size_t i = 0; i < model->regions.count; i++)
		if (model->regions.items[i]->has_phys_addr)
			return true;
	return false;
}

/* The devices of the command line, then those of board files, then those that a system made here can name. */
static struct board *find_board(struct cli *cli, const struct model *model)
{
	struct compilation *compilation = cli->compilation;
	struct board *board = ARENA_NEW(compilation->arena, struct board);
	bool ok = true;
	for (size_t i = 0; i < cli->options.devices.count; i++)
		ok &= board_read_line(compilation, board, cli->options.devices.items[i]);
	for (size_t i = 0; i < cli->options.board_files.count; i++)
		ok &= board_read_file(compilation, board, cli->options.board_files.items[i], BOARD_FILE);
	if (has_devices(model))
		ok &= board_read_file(compilation, board, home_path(cli, "boards/linux.board"),
				      BOARD_BUILTIN);
	return ok && board_bind(compilation, board, model) ? board : NULL;
}

int run_system(struct cli *cli, const struct input *input, const struct launch_watcher *watcher)
{
	const struct model *model = input->kind == INPUT_SYSTEM ? input_model(cli, input, NULL) : NULL;
	const struct board *board = model ? find_board(cli, model) : NULL;
	if (!board)
		return cli_status(cli);
	diag_flush(cli->compilation->diag);
	struct launch_options options = {
		.directory = input->folder,
		.search = cli->options.search_paths.items,
		.search_count = cli->options.search_paths.count,
		.timeout = cli->options.timeout,
		.kernel_checks = is_old(model),
		.verbose = cli->options.verbose,
		.debug = cli->options.debug,
		.valgrind = cli->options.valgrind,
		.simulate = cli->options.simulate,
		.seed = cli->options.seed,
		.watcher = watcher,
		.trace_hash = cli->options.trace_hash,
		.trace = cli->options.trace,
		.table = cli->options.stats,
		.board = board,
		.acks_first = sdf_rules(sdf_dialect_of(model)).acks_first,
	};
	int status = launch_run(cli->compilation, model, &options);
	return status ? status : cli_status(cli);
}
